"""The exit status of the program, as of diff. The status of several pairs is the greatest of theirs."""

SAME, DIFFERENT, TROUBLE = 0, 1, 2
