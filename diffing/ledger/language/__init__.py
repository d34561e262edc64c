"""Lexicons of the languages, and the search for their phrases in a text."""
