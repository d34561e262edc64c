"""Dates and times: found in an article, and compared."""
