"""The constructor of named tuples that a large file makes by the hundred thousand.

`Cue(...)` is a function in Python that does the same, and takes five times as long. Whoever uses this one
gives all fields, in their order.
"""

new_tuple = tuple.__new__
