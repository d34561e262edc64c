"""What a run ends with, which is what diff ends with. The greatest of several is that of all together."""

SAME, DIFFERENT, TROUBLE = 0, 1, 2
