"""The reader's rules: lines that are always of the page, and changes that never matter."""
