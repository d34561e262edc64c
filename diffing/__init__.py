"""newsdiff's engine: two articles in, one immutable comparison out. No files, clock, randomness or terminal."""
