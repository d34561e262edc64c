"""Comparison of the words of two texts that correspond: sentences, phrases, spans."""
