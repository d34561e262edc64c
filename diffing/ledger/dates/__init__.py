"""Dates and times: extracted from each article, and compared."""
