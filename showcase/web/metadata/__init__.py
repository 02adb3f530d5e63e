"""Metadata for crawlers and previews: head elements, Open Graph, JSON-LD, feed and sitemap."""
