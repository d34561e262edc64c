"""Readers of file formats: each module has a READER. See diffing.sources.registry."""
