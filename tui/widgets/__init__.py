"""The widgets: each shows a part of the state and says what the reader does to it."""
