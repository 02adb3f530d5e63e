"""The Flask side: parse, ask, render."""
