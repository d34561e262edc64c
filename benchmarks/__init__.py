"""Measure the speed and the memory of newsdiff: `python -m benchmarks.run`. This package is not installed."""
