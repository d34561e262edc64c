"""Alignment of an article with its translation: which paragraphs and sentences of two languages correspond."""
