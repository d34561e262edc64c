"""The process that compares for the screen, and its protocol."""
