"""An archive's own pictures: its logo, icons made of it, posters, and the look of its cards."""
