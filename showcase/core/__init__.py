"""Values and rules.

Nothing here reads a file, knows Flask or knows Whoosh: text and numbers come in, values go out.
A test holds this (tests/test_layers.py).
"""
