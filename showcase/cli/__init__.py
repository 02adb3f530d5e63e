"""The command line. Owns click."""
