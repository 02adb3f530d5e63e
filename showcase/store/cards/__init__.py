"""Quote cards drawn as pictures, and kept on disk. Owns Pillow."""
