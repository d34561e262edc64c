"""Bytes and texts from files, pipes and standard input."""
