"""Takes in what an owner gives for a video: reads it, plans what is written, writes it, and takes it back."""
