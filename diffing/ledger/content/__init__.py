"""Headlines, and paragraphs and sentences that only one article has."""
