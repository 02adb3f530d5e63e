"""The command line: `showcase serve`, `index`, `search` and `check`. The only user of click."""
