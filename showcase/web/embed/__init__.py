"""Embedding: the frame of a video in other sites, and oEmbed."""
