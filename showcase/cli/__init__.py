"""The command line: `showcase serve`, `add`, `check` and others. The only user of click."""
