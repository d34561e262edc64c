"""newsdiff's engine: two articles in, one immutable comparison out. No files, clock, randomness or terminal."""

__version__ = "0.1.0"
