"""Reading caption files: from bytes to cues. Owns webvtt-py."""
