"""The colors and pictures of an archive: read, measured, and drawn as PNG. Owns resvg."""
