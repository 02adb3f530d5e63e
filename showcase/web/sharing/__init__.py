"""Sharing: the panel, quotations, citations, cards and embed codes, all that leaves a page."""
