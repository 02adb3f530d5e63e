"""The unit, the settings and the scripts in deploy/ are what systemd, the showcase and a shell accept."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from showcase.settings import Settings
from tests.conftest import ROOT

pytestmark = pytest.mark.slow

DEPLOY = ROOT / "deploy"
UNIT = (DEPLOY / "showcase.service").read_text("utf-8")
SCRIPTS = sorted(DEPLOY.glob("*.sh"))
# systemd calls 0 safe and 10 unsafe; ours is 1.6.
MAX_EXPOSURE_TENTHS = 20


def needs(program: str) -> pytest.MarkDecorator:
    found = shutil.which(program)
    return pytest.mark.skipif(found is None, reason=f"there is no {program}")


def given_settings(text: str) -> dict[str, str]:
    """The variables of a file of settings, as systemd reads it: "#" is a comment only where a line begins."""
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return dict(line.split("=", 1) for line in lines)


@needs("systemd-analyze")
@pytest.mark.parametrize("name", ["showcase.service", "showcase@films.service"])
def test_systemd_accepts_the_unit_for_one_site_and_for_several(tmp_path: Path, name: str) -> None:
    unit = tmp_path / name
    unit.write_text(UNIT.replace("/opt/showcase/current/bin/showcase", "/bin/true"))
    said = subprocess.run(
        ["systemd-analyze", "verify", unit], capture_output=True, text=True, check=False
    )
    assert (said.returncode, said.stderr) == (0, "")


@needs("systemd-analyze")
def test_what_breaks_into_the_service_can_do_little(tmp_path: Path) -> None:
    unit = tmp_path / "showcase.service"
    unit.write_text(UNIT)
    command = [
        "systemd-analyze",
        "security",
        "--offline=true",
        f"--threshold={MAX_EXPOSURE_TENTHS}",
    ]
    subprocess.run([*command, unit], check=True, capture_output=True)


def test_the_showcase_understands_the_settings_and_finds_the_folders_of_the_unit() -> None:
    given = given_settings((DEPLOY / "showcase.env").read_text("utf-8"))
    settings = Settings.from_environment(given)
    assert settings.hosts == ("videos.example.org",)
    assert settings.url == "https://videos.example.org"
    folders = dict(re.findall(r"^(\w+Directory)=(%N)$", UNIT, re.MULTILINE))
    assert folders.keys() == {"CacheDirectory", "RuntimeDirectory"}
    assert settings.state == Path("/var/cache/showcase")
    assert settings.status_bind == Path("/run/showcase/status.sock")
    assert "EnvironmentFile=/etc/showcase/%N.env" in UNIT


def test_a_shell_reads_the_settings_as_systemd_does() -> None:
    path = DEPLOY / "showcase.env"
    said = subprocess.run(
        ["sh", "-c", f'set -a; . "{path}"; env'],
        env={"PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    by_shell = dict(line.split("=", 1) for line in said.splitlines() if "=" in line)
    given = given_settings(path.read_text("utf-8"))
    assert {name: by_shell[name] for name in given} == given


@pytest.mark.parametrize("name", ["Caddyfile", "nginx.conf"])
def test_both_proxies_lead_to_where_the_showcase_listens(name: str) -> None:
    bind = given_settings((DEPLOY / "showcase.env").read_text("utf-8"))["SHOWCASE_BIND"]
    assert bind in (DEPLOY / name).read_text("utf-8")


@needs("shellcheck")
@pytest.mark.parametrize("script", [*SCRIPTS, ROOT / ".ci" / "run"], ids=lambda path: path.name)
def test_shellcheck_finds_nothing_in_the_scripts(script: Path) -> None:
    said = subprocess.run(
        ["shellcheck", "--external-sources", "--source-path", ROOT, script],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (said.returncode, said.stdout) == (0, "")


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_any_shell_can_run_them(script: Path) -> None:
    assert os.access(script, os.X_OK)
    assert script.read_text("utf-8").startswith("#!/bin/sh\n")
    subprocess.run(["sh", "-n", script], check=True)
