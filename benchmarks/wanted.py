"""The ratios that the lines of the section `table` are to reach, and their memory, at most.

All but the last ones are ratios of this build to an earlier one, or to the peer named.
"""

EXEC_TO_EXIT = ".5"
FIRST_LEDGER = ".3"
LEDGER_TO_COMPARISON = ".6"
FIRST_TEXT_TO_EMPTY_APPLICATION = "1.2"
COMPARISON = ".75"
PAIRS = ".65"
BOOK_ALIGNED = ".45"
BOOK_TO_WIKIDIFF2 = "3"
FREER_BOOK_TO_WIKIDIFF2 = "5"
BOOK_AS_JSON = ".4"
BOOK_MEMORY = "300 MiB"
SCREEN_MEMORY = "180 MiB"
A_DOUBLING = "2.15"
