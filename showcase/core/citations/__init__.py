"""Citations of a moment: styles for people to read, and file formats for reference managers."""
