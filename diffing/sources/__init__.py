"""Articles from files: the only part of the engine that opens files."""
