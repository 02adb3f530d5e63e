"""`python -m showcase` does the same as `showcase`, and works in a checkout that is not installed."""

from showcase.cli.commands import main

main(prog_name="showcase")
