"""Lists of an archive: its speakers, organizations, series, topics and years, each with its videos."""
