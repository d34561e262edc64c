"""Verbs of saying, and the sources that a story names."""
