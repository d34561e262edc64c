"""Many pairs, compared by several processes."""
