"""Quote cards: what they say and where each part goes, before anything is drawn."""
