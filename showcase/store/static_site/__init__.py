"""The folder of an exported site: written whole, brought up to date, never emptied of what is not ours."""
