"""The reader's hand on a comparison: pairs put right, notes, and changes that are checked, wrong or important."""
