"""Text made safe for a terminal, and broken into lines."""
