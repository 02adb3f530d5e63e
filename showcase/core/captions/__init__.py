"""Cues: their text, who speaks in them, and captions that roll up."""
