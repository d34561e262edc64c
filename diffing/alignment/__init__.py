"""Which paragraphs of two articles correspond, and which of these links are out of order."""
