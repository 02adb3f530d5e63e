"""Sharing a moment: the share panel, quotations, citations, quote cards and embed codes."""
