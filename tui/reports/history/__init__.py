"""Reports of the history of a story in many versions."""
