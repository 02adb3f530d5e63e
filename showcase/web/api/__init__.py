"""The JSON API: what the pages know, for programs.

`operations.py` is a table of all that can be asked. The routes and the OpenAPI document are both made from
it, from the dataclasses that it names, and from their docstrings.
"""
