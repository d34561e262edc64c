"""Printed pages: characters at places -> lines -> paragraphs, and what stands at the head and foot of each page."""
