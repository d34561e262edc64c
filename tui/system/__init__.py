"""Terminal, settings, output files, exit codes and crash reports."""
