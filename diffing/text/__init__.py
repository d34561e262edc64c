"""Text of one article: paragraphs, sentences, words, and what is hidden in them."""
