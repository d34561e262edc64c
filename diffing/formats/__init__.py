"""A comparison as a document, and back."""
