"""The words of two texts that correspond, compared: sentences, phrases, spans."""
