"""Names of people, places and organisations: extracted from each article, and compared."""
