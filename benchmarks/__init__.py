"""How fast newsdiff is, and how much memory it needs: `python -m benchmarks.run`. No part of what is installed."""
