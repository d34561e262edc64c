"""Quotations and their speakers: found in an article, and compared."""
