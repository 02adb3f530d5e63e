"""Measures that caption files are read whole: every word once, in order, and quickly."""
