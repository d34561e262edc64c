"""The ledger of a translation: facts of linked sentences that differ, and what only one article says."""
