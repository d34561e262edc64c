"""Documents of word processors: parts that the readers of DOCX, ODT and RTF share, and the walks over their text."""
