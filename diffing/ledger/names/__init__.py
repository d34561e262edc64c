"""Names of people, places and organisations: found in an article, and compared."""
