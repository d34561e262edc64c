"""Counts and classes computed from finished rows: kinds, survival of words, relatedness of articles."""
