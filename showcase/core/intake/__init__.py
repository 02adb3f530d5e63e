"""What an owner gives for a video: what kind each thing is, and what may be written of it where."""
