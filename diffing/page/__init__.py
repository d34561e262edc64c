"""Lines that belong to the web page around a story, and headlines."""
