"""Caption files: bytes come in, cues leave. Owns webvtt-py."""
