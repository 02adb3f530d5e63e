"""Downloads and print: words and recordings as files."""
