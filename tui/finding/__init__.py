"""Related articles found among many."""
