"""Draws quote cards as pictures and caches them on disk. Owns Pillow."""
