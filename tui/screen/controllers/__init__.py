"""Helpers that the screen holds: each does one kind of work that takes time, and reports it by actions."""
