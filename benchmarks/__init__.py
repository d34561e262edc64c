"""How fast newsdiff is, and how much memory it needs: `python benchmarks/run.py`. No part of what is installed."""
