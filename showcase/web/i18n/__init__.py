"""The language of the pages: negotiation, catalogs, plurals, numbers and dates."""
