"""docs/how-to/deploy.md, command after command as it is written, on a new Debian.

There is no systemd in a folder, no firewall and no name that leads here: what needs one of them is told to a
stand-in, and what the unit starts is started by the test.
"""

import os
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.conftest import ROOT, get
from tests.deploy.in_debian.debian import Debian
from tests.deploy.proxies import free_port

GUIDE = (ROOT / "docs" / "how-to" / "deploy.md").read_text("utf-8")
STAND_INS = ("systemctl", "ufw", "certbot")
# Where nothing of ours is run, or it is tested elsewhere.
NOT_HERE = {
    "ssh ": "is the same command through SSH",
    "podman ": "test_container.py",
    "2026-11-30": "is what a command prints",
    "curl --unix-socket": "tests/test_serve.py",
}
# Who types "showcase backup" is in a folder of their own.
AS_YOU = "runuser -u you -- sh -c 'cd && {}'"
WAIT_SECONDS = 120
# The user without rights of every Debian.
NOBODY = 65534


def sections() -> dict[str, list[str]]:
    """The commands of each section, by its title."""
    found = {}
    for section in re.split(r"^##+ ", GUIDE, flags=re.MULTILINE)[1:]:
        title, _, text = section.partition("\n")
        found[title] = re.findall(r"^    (\S.*)$", text, re.MULTILINE)
    return found


class Server:
    """The rented machine."""

    def __init__(self, debian: Debian, repository: Path) -> None:
        self.debian = debian
        self.port = free_port()
        debian.environ["HOME"] = "/root"
        debian.binds["/repository"] = repository
        self._write("usr/sbin/policy-rc.d", "#!/bin/sh\nexit 101\n")
        self._write("root/.ssh/authorized_keys", "ssh-ed25519 AAAA you\n")
        for name in STAND_INS:
            self._write(f"usr/local/sbin/{name}", f'#!/bin/sh\necho "{name} $*" >> /root/told\n')

    def _write(self, name: str, text: str) -> None:
        path = self.debian.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        path.chmod(0o755)

    def follow(self, title: str) -> None:
        """Do what a section says."""
        for command in sections()[title]:
            if not command.startswith(tuple(NOT_HERE)):
                self.shell(command)

    def shell(self, command: str) -> str:
        command = command.replace("REPOSITORY", "/repository").replace(":8000/", f":{self.port}/")
        command = re.sub(r"^(showcase restore .*)", r"\1 --yes", command)
        if command.startswith("showcase "):
            command = AS_YOU.format(command)
        return self.debian.run("sh", "-c", command).stdout

    def path(self, inside: str) -> Path:
        return self.debian.root / inside.lstrip("/")

    def version(self) -> str:
        return self.path("/opt/showcase/current").readlink().name

    def use_free_port(self) -> None:
        settings = self.path("/etc/showcase/showcase.env")
        settings.write_text(settings.read_text().replace(":8000", f":{self.port}"))

    def bring_video(self, transcripts: Path) -> None:
        shutil.copytree(transcripts / "orchard", self.path("/srv/showcase/transcripts/orchard"))
        self.shell("chown -R you /srv/showcase/transcripts")

    @contextmanager
    def service(self) -> Iterator[None]:
        """What the unit starts, as a user without rights, with the folders that systemd makes for it."""
        unit = self.path("/etc/systemd/system/showcase.service").read_text()
        [command] = re.findall(r"^ExecStart=(.*)$", unit, re.MULTILINE)
        for inside in ("/var/cache/showcase", "/run/showcase"):
            folder = self.path(f"/written{inside}")
            folder.mkdir(parents=True, exist_ok=True)
            os.chown(folder, NOBODY, NOBODY)
            self.debian.binds[inside] = folder
        shell = f"set -a; . /etc/showcase/showcase.env; set +a; exec runuser -u nobody -- {command}"
        with self.debian.running("sh", "-c", shell) as process:
            over = time.monotonic() + WAIT_SECONDS
            while process.poll() is None and time.monotonic() < over:
                try:
                    get(f"http://127.0.0.1:{self.port}/healthz")
                except OSError:
                    continue
                break
            yield


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What REPOSITORY stands for: everything that is committed."""
    folder = tmp_path_factory.mktemp("repository") / "showcase"
    subprocess.run(["git", "clone", "--quiet", "--no-local", ROOT, folder], check=True)
    return folder


def test_every_command_of_the_guide_works(
    base: Path, repository: Path, tmp_path: Path, transcripts: Path
) -> None:
    server = Server(Debian.copy_of(base, tmp_path / "debian"), repository)
    told = server.path("/root/told")
    server.follow("2. Close what need not be open")
    assert "ufw --force enable" in told.read_text().splitlines()
    server.follow("3. Install")
    title = "4. Write the settings, and bring the videos"
    *prepare, check = sections()[title]
    for command in prepare:
        server.shell(command)
    server.bring_video(transcripts)
    server.use_free_port()
    server.shell(check)
    *start, health = sections()["5. Run it"]
    for command in start:
        server.shell(command)
    with server.service():
        assert server.shell(health).startswith("ok ")
        page = get(f"http://127.0.0.1:{server.port}/", Host="videos.example.org")
        assert "word by word" in page.text
        assert get(f"http://127.0.0.1:{server.port}/", Host="other.example").status == 421
    assert "systemctl enable --now showcase" in told.read_text().splitlines()
    server.follow("With Caddy")
    server.follow("Or with nginx and certbot")
    check_certbot(server)
    check_update(server, repository)
    check_backup(server)
    server.follow("Several sites on one machine")
    films = server.path("/etc/showcase/showcase@films.env").read_text()
    assert "8000" not in films
    assert "SHOWCASE_TRANSCRIPTS=/srv/films/transcripts" in films
    assert "SHOWCASE_HOSTS=films.example.org" in films
    assert "/srv/films/transcripts" in server.shell("SITE=films showcase check || true")
    server.shell("echo '2026-11-30T12:00:00+00:00 200 GET / 1 0.1' > /var/log/caddy/showcase.log")
    [count] = sections()["Count visits, and watch nobody"][:1]
    assert server.shell(count) == "2026-11-30\t1\t/\n"


def check_certbot(server: Server) -> None:
    """It would ask an authority for a certificate: here it only says which options it has."""
    [asked] = [line for line in sections()["Or with nginx and certbot"] if "certbot --" in line]
    has = server.shell("/usr/bin/certbot --help all")
    assert [option for option in re.findall(r"--[a-z-]+", asked) if option not in has] == []


def check_update(server: Server, repository: Path) -> None:
    first = server.version()
    identity = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    commit = [
        "git",
        *identity,
        "commit",
        "--quiet",
        "--allow-empty",
        "--message",
        "Another version",
    ]
    subprocess.run(commit, cwd=repository, check=True)
    update, back = sections()["Update, and go back"]
    server.shell(update)
    second = server.version()
    assert second != first
    server.shell(back)
    assert server.version() == first
    assert server.path("/opt/showcase/previous").readlink().name == second


def check_backup(server: Server) -> None:
    captions = server.path("/srv/showcase/transcripts/orchard/captions.en.vtt")
    before = captions.read_bytes()
    backup, restore, *_ = sections()["Back up, and bring back"]
    server.shell(backup)
    captions.write_bytes(before.replace(b"rules", b"fools"))
    server.shell(restore)
    assert captions.read_bytes() == before


def test_every_command_is_either_followed_or_named_here() -> None:
    followed = {
        "2. Close what need not be open", "3. Install", "4. Write the settings, and bring the videos",
        "5. Run it",
        "With Caddy", "Or with nginx and certbot", "Update, and go back", "Back up, and bring back",
        "Several sites on one machine", "Count visits, and watch nobody",
    }  # fmt: skip
    left_out = {
        command
        for title, commands in sections().items()
        if title not in followed
        for command in commands
    }
    assert {command for command in left_out if not command.startswith(tuple(NOT_HERE))} == set()
