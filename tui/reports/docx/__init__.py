"""The report as a Word document: the left article turned into the right one by tracked changes."""
