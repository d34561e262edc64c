"""Counts and classes made of finished rows: kinds, survival of words, relatedness of articles."""
