"""A site of plain files: where each address of the served site is found among them."""
