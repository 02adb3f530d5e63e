"""Cues: their text, their speakers, and roll-up captions."""
