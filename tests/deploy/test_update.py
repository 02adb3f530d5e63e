"""deploy/update.sh changes to a version and back in one command; what does not start changes nothing.

Here Python, pip and systemd are stand-ins that write down what they are told; `make container-test` does it
with a real Python and pip.
"""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.slow

# Makes an "environment" whose pip does nothing, and whose showcase fails where a file says so.
PYTHON = """#!/bin/sh
mkdir -p "$3/bin"
printf '#!/bin/sh\\n[ ! -e "%s/pip-fails" ]\\n' "$LOG" > "$3/bin/pip"
cat > "$3/bin/showcase" <<END
#!/bin/sh
echo "\\$SHOWCASE_BIND \\$*" >> "$LOG/log"
[ ! -e "$LOG/check-fails" ]
END
chmod +x "$3/bin/pip" "$3/bin/showcase"
"""
SYSTEMCTL = """#!/bin/sh
echo "$*" >> "$LOG/log"
case "$1" in
list-units)
    for name in showcase showcase@films; do echo "$name.service loaded active running x"; done ;;
restart) version=$(basename "$(readlink "$BASE/current")"); [ ! -e "$LOG/$version-does-not-start" ] ;;
esac
"""


class Machine:
    """A machine with a checkout, settings of two sites, and stand-ins."""

    def __init__(self, folder: Path) -> None:
        self.base, self.log = folder / "opt", folder
        self.source = self.base / "source"
        shutil.copytree(ROOT / "deploy", self.source / "deploy")
        (self.source / "requirements.txt").touch()
        (folder / "etc").mkdir()
        (folder / "etc" / "showcase.env").write_text("SHOWCASE_BIND=one\n")
        (folder / "etc" / "showcase@films.env").write_text("SHOWCASE_BIND=two\n")
        (folder / "bin").mkdir()
        for name, script in (("python3", PYTHON), ("systemctl", SYSTEMCTL)):
            (folder / "bin" / name).write_text(script)
            (folder / "bin" / name).chmod(0o755)
        self.environ = os.environ | {
            "PATH": f"{folder / 'bin'}:{os.environ['PATH']}",
            "LOG": str(folder),
            "BASE": str(self.base),
            "SETTINGS": str(folder / "etc"),
        }
        self.git("init", "--quiet")
        self.commit("v1")

    def git(self, *arguments: str) -> None:
        identity = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
        subprocess.run(["git", *identity, *arguments], cwd=self.source, check=True)

    def commit(self, version: str) -> None:
        (self.source / "version").write_text(version)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", version)
        self.git("tag", version)

    def update(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        (self.log / "log").unlink(missing_ok=True)
        script = self.source / "deploy" / "update.sh"
        return subprocess.run(
            [script, *arguments], env=self.environ, capture_output=True, text=True, check=False
        )

    def told(self) -> list[str]:
        """What the stand-ins were told by the last command."""
        return (self.log / "log").read_text().splitlines()

    def runs(self) -> tuple[str, str]:
        """The current version and the one before."""
        links = (self.base / "current", self.base / "previous")
        current, previous = (link.readlink().name if link.is_symlink() else "" for link in links)
        return current, previous

    def kept(self) -> list[str]:
        return sorted(folder.name for folder in (self.base / "versions").iterdir())


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    machine = Machine(tmp_path)
    assert machine.update().returncode == 0
    return machine


def test_the_first_version_is_installed_by_the_same_command(machine: Machine) -> None:
    assert machine.runs() == ("v1", "")
    assert machine.told() == [
        "one check",
        "two check",
        "list-units --plain --no-legend --all showcase.service showcase@*.service",
        "restart showcase.service",
        "restart showcase@films.service",
    ]


def test_an_update_is_one_command_and_so_is_going_back(machine: Machine) -> None:
    machine.commit("v2")
    assert machine.update("v2").returncode == 0
    assert machine.runs() == ("v2", "v1")
    assert machine.update("--back").returncode == 0
    assert machine.runs() == ("v1", "v2")
    assert "restart showcase.service" in machine.told()
    assert machine.update("--back").returncode == 0
    assert machine.runs() == ("v2", "v1")


def test_the_version_before_is_kept_and_no_older_one(machine: Machine) -> None:
    for version in ("v2", "v3"):
        machine.commit(version)
        machine.update()
    assert machine.runs() == ("v3", "v2")
    assert machine.kept() == ["v2", "v3"]


def test_when_the_new_version_does_not_start_the_one_before_goes_on(machine: Machine) -> None:
    machine.commit("v2")
    (machine.log / "v2-does-not-start").touch()
    said = machine.update()
    assert said.returncode == 1
    assert "v2 does not start" in said.stderr
    assert machine.runs() == ("v1", "v2")
    assert machine.told()[-1] == "restart showcase@films.service"


def test_errors_in_the_transcripts_change_nothing_unless_it_is_wanted(machine: Machine) -> None:
    machine.commit("v2")
    (machine.log / "check-fails").touch()
    said = machine.update()
    assert said.returncode == 1
    assert "Nothing is changed" in said.stderr
    assert machine.runs() == ("v1", "")
    assert machine.told() == ["one check"]
    assert machine.update("--anyway").returncode == 0
    assert machine.runs() == ("v2", "v1")


def test_a_version_that_could_not_be_installed_is_installed_anew(machine: Machine) -> None:
    machine.commit("v2")
    (machine.log / "pip-fails").touch()
    assert machine.update().returncode != 0
    assert machine.runs() == ("v1", "")
    (machine.log / "pip-fails").unlink()
    assert machine.update().returncode == 0
    assert machine.runs() == ("v2", "v1")


def test_a_version_that_does_not_exist_changes_nothing(machine: Machine) -> None:
    assert machine.update("v99").returncode != 0
    assert machine.runs() == ("v1", "")


def test_before_the_first_update_there_is_nothing_to_go_back_to(machine: Machine) -> None:
    said = machine.update("--back")
    assert said.returncode == 1
    assert "no version before" in said.stderr


def test_the_command_has_the_settings_of_its_site(machine: Machine) -> None:
    (machine.log / "log").unlink()
    for site in ({}, {"SITE": "films"}):
        environ = machine.environ | site | {"SHOWCASE_FOLDER": str(machine.base)}
        script = machine.source / "deploy" / "showcase.sh"
        subprocess.run([script, "check", "--notes"], env=environ, check=True)
    assert machine.told() == ["one check --notes", "two check --notes"]
    said = subprocess.run(
        [script, "check"],
        env=environ | {"SITE": "none"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert said.returncode == 1
    assert "showcase@none.env: There are no such settings" in said.stderr
