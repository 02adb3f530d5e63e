"""Files and libraries come in here and leave as core values.

One module knows webvtt-py, one knows Whoosh, one knows the stemmers; their objects never leave it.
"""
