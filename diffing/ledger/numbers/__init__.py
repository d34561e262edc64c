"""Numbers: found in an article, and compared."""
