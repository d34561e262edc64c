"""Painting of the articles: a line of a layout becomes styled text, in Textual's and Rich's values."""
