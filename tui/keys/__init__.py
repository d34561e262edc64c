"""Commands, their keys, and the order in which keys take effect."""
