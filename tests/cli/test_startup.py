"""What a command loads before it does something."""

import subprocess
import sys

import pytest


@pytest.mark.slow
def test_commands_that_serve_nothing_do_not_load_the_web_application() -> None:
    """It is half of the time that they take to start."""
    code = "import sys, showcase.cli.commands; print(*({'flask', 'jinja2', 'gunicorn'} & {*sys.modules}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
