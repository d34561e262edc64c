"""Boilerplate around a story on a web page, and headlines."""
