"""Approximate quotes: a remembered quote aligned word by word with what was said."""
