"""Numbers and quantities: extracted from each article, and compared."""
