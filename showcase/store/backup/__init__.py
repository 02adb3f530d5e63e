"""Backups of an owner's folder of transcripts, and bringing them back."""
