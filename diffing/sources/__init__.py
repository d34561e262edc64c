"""Articles from texts and files: the only part of the engine that opens files."""
