"""Negation, certainty and cause."""
