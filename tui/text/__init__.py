"""Text made safe for a terminal and split into lines."""
