"""Verbs of saying, and the sources a story names."""
