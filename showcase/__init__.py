"""The showcase: a video, its transcript, and every second of it findable."""

__version__ = "0.1.0"
