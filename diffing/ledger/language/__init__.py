"""Languages and their lexicons, and finding the phrases of a table in a text."""
