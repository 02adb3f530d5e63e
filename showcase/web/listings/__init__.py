"""The pages of lists: speakers, organizations, series, topics and years, and what each of them is in."""
