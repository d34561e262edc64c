"""The history of a story: its versions, what changed from each to the next, and the path of every fact."""
