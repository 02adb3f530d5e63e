"""What the owner is told of a running showcase, and who may read it."""
