"""The showcase: a web application for videos with searchable transcripts."""

__version__ = "0.1.0"
