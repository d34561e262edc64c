"""newsdiff's front ends: the command line, the reports and the screen."""

__version__ = "0.1.0"
