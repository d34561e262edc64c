"""newsdiff's front ends: the command line, the reports and the screen."""
