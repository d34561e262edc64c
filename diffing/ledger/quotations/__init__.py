"""Quotations and their speakers: extraction from an article, and comparison."""
