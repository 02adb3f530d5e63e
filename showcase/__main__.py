"""`python -m showcase` is `showcase`: a checkout runs without being installed."""

from showcase.cli.commands import main

main(prog_name="showcase")
