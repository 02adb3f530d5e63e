"""What an archive looks like: its colors, and the neutral drawings where its owner has put none."""
