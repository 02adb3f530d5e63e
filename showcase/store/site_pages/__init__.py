"""The pages that an owner writes in Markdown: read, checked, and turned into HTML. Owns markdown-it-py."""
