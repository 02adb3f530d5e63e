"""The search index and its engine. Owns Whoosh and the stemmers."""
