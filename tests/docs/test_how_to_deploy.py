"""What docs/how-to/deploy.md says without a server: its files are there, and a platform can start it.

`make container-test` does all of it, command after command, on a new Debian.
"""

import os
import re
import subprocess

import pytest

from tests.conftest import ROOT, StartServer, get
from tests.deploy.proxies import free_port

GUIDE = (ROOT / "docs" / "how-to" / "deploy.md").read_text("utf-8")
COMMANDS = re.findall(r"^    (\S.*)$", GUIDE, re.MULTILINE)
PROCFILE = dict(
    line.split(": ", 1) for line in (ROOT / "deploy" / "Procfile").read_text("utf-8").splitlines()
)


def test_there_are_commands_to_look_at() -> None:
    assert len(COMMANDS) > 40


def test_every_file_of_the_checkout_that_it_names_is_there() -> None:
    named = set(re.findall(r"/opt/showcase/source/(\S+)", "\n".join(COMMANDS)))
    assert {"deploy/update.sh", "deploy/Caddyfile"} <= named
    assert [name for name in named if not (ROOT / name).exists()] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_a_shell_understands_every_command(command: str) -> None:
    subprocess.run(["sh", "-n", "-c", command], check=True)


def test_the_name_of_the_site_is_changed_in_every_file_that_has_it() -> None:
    changed = {command.rpartition("/")[2] for command in COMMANDS if command.startswith("sed -i")}
    with_name = {
        path.name
        for path in (ROOT / "deploy").iterdir()
        if "videos.example.org" in path.read_text("utf-8")
    }
    assert {name.replace("nginx.conf", "showcase.conf") for name in with_name} == changed


def test_the_sites_on_one_machine_share_nothing() -> None:
    """The second site's settings are made from those of the first."""
    [command] = [command for command in COMMANDS if command.startswith("sed -e")]
    edits = re.findall(r"-e '([^']*)'", command)
    source = (ROOT / "deploy" / "showcase.env").read_text("utf-8")
    arguments = [part for edit in edits for part in ("-e", edit)]
    made = subprocess.run(
        ["sed", *arguments], input=source, capture_output=True, text=True, check=True
    ).stdout
    own = ("TRANSCRIPTS", "STATE", "BIND", "STATUS_BIND", "URL", "HOSTS")
    for name in own:
        values = {
            re.search(rf"^SHOWCASE_{name}=(.*)$", text, re.MULTILINE) for text in (source, made)
        }
        assert len({found[1] for found in values if found}) == 2, name


def test_the_procfile_has_the_commands_of_the_table() -> None:
    assert f"| start | `{PROCFILE['web']}` |" in GUIDE
    assert f"`{PROCFILE['release']}`" in GUIDE
    assert PROCFILE.keys() == {"web", "release"}


def test_a_platform_that_gives_a_port_can_start_it(start_server: StartServer) -> None:
    """As a platform does: everything from variables, and visitors from elsewhere."""
    port = free_port()
    given = re.fullmatch(r'showcase serve --bind "(.*)"', PROCFILE["web"])
    assert given
    bind = os.path.expandvars(given[1].replace("$PORT", str(port)))
    running = start_server("--bind", bind, SHOWCASE_URL="https://videos.example.org")
    page = get(f"http://127.0.0.1:{port}/videos/orchard", Host="10.0.0.7")
    assert "https://videos.example.org/videos/orchard" in page.text
    assert running.stop().returncode == 0
