"""`python -m showcase` is `showcase`: a checkout runs without being installed."""

from showcase.cli import main

main(prog_name="showcase")
