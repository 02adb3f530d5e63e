"""deploy/Containerfile: linted, built in a Debian of debootstrap, and run as engines do with --read-only."""

import os
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT, get
from tests.deploy.in_debian.containerfile import Builder, Image, instructions
from tests.deploy.proxies import free_port

CONTAINERFILE = ROOT / "deploy" / "Containerfile"
TEXT = CONTAINERFILE.read_text("utf-8")
WAIT_SECONDS = 120
# What is added to Debian: Python, FriBidi, the showcase with its libraries and the preview.
MAX_ADDED_MIB = 220


@pytest.fixture(scope="module")
def image(base: Path, tmp_path_factory: pytest.TempPathFactory) -> Image:
    return Builder(ROOT, base, tmp_path_factory.mktemp("container")).build(TEXT)


@pytest.fixture
def address(image: Image, transcripts: Path, tmp_path: Path) -> Iterator[str]:
    """Where the container answers, with the transcripts of the tests and names of its own."""
    port = free_port()
    debian = image.debian
    for number, volume in enumerate(image.volumes):
        outside = tmp_path / f"volume-{number}"
        outside.mkdir()
        os.chown(outside, debian.user, debian.user)
        debian.binds[volume] = outside
    debian.binds["/srv/showcase/transcripts"] = transcripts
    for folder in (transcripts, *transcripts.parents):
        if folder != Path("/tmp"):  # noqa: S108
            folder.chmod(folder.stat().st_mode | 0o055)
        if folder == tmp_path.parent.parent:
            break
    debian.environ |= {
        "PORT": str(port),
        "SHOWCASE_TRANSCRIPTS": "/srv/showcase/transcripts",
        "SHOWCASE_HOSTS": "videos.example.org",
    }
    with debian.running(*image.command) as process:
        wait_until_healthy(image, process)
        yield f"http://127.0.0.1:{port}"


def wait_until_healthy(image: Image, process: subprocess.Popen[str]) -> None:
    over = time.monotonic() + WAIT_SECONDS
    while image.debian.run(*image.health, read_only=True, check=False).returncode:
        assert process.poll() is None, process.stdout and process.stdout.read()
        assert time.monotonic() < over


def test_hadolint_finds_nothing() -> None:
    said = subprocess.run(["hadolint", CONTAINERFILE], capture_output=True, text=True, check=False)
    assert (said.returncode, said.stdout) == (0, "")


def test_all_that_it_copies_is_sent_to_the_engine() -> None:
    ignored = (ROOT / ".dockerignore").read_text("utf-8")
    sent = {line[1:] for line in ignored.splitlines() if line.startswith("!")}
    copied = {
        source
        for name, arguments in instructions(TEXT)
        if name == "COPY" and not arguments.startswith("--from")
        for source in arguments.split()[:-1]
    }
    assert sent == copied


def test_it_serves_as_nobody_in_particular_from_files_that_cannot_be_written(
    image: Image, address: str
) -> None:
    page = get(f"{address}/", Host="videos.example.org")
    assert page.status == 200
    assert "word by word" in page.text
    assert get(f"{address}/", Host="127.0.0.1").status == 421
    assert image.debian.run("id", "-u", read_only=True).stdout == "10001\n"
    said = image.debian.run("touch", "/opt/showcase/x", read_only=True, check=False)
    assert "Read-only file system" in said.stderr


def test_it_is_unhealthy_where_nothing_answers(image: Image) -> None:
    image.debian.environ["PORT"] = str(free_port())
    assert image.debian.run(*image.health, read_only=True, check=False).returncode != 0


def test_it_is_small(image: Image, base: Path) -> None:
    added = size_mib(image.debian.root) - size_mib(base)
    print(f"{added} MiB are added to Debian's {size_mib(base)} MiB")  # noqa: T201 - make container-test shows it
    assert added < MAX_ADDED_MIB


def size_mib(folder: Path) -> int:
    said = subprocess.run(["du", "-sxm", folder], capture_output=True, text=True, check=True)
    return int(said.stdout.split()[0])
