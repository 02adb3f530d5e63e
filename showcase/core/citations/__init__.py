"""Citations of a moment: styles to read, and files for reference managers."""
