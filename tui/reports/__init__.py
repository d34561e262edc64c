"""Reports that are printed or written."""
