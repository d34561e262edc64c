"""Texts for other programs: settings of git, completions of shells, the manual page."""
