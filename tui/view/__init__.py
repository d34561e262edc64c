"""The state of the screen, and what follows from it without Textual: layout, search, marks."""
