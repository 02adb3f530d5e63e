"""The page of a video: player, transcript, chapters, people and downloads."""
