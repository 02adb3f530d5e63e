"""Output formats: SubRip, WebVTT, plain text, and the JSON shapes of cues, passages and answers."""
