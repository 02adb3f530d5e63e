"""Videos and the site: what a folder of transcripts says about itself, in each language."""
