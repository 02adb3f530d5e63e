"""Embedding in other sites: a video's page for a frame, and oEmbed."""
