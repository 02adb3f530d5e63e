"""Snapshots: what is served, built from transcripts, published, read, and healed when it is damaged."""
