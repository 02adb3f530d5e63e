"""Transcripts: cues as running text, cut into passages, excerpts and parallel columns."""
