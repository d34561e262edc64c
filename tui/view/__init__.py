"""What the screen shows, without Textual: state, layout, search, painting."""
