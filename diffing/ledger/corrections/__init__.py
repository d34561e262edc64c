"""Editors' notes of correction, and the entries they explain."""
