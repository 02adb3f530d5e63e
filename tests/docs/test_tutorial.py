"""The tutorial, command by command, in a copy of the checkout: at its end nothing is left of the preview."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from PIL import Image

from showcase.store.captions.reader import read_captions
from tests.conftest import ROOT, Server, StartServer, get, wait_until
from tests.store.intake.given import BENGALI, CREOLE, ENGLISH, SPANISH, silence, subrip, webvtt

pytestmark = [pytest.mark.server, pytest.mark.slow]

TUTORIAL = (ROOT / "docs/tutorial/first-site.md").read_text("utf-8")
COMMANDS = re.findall(r"^    (.+)$", TUTORIAL, re.MULTILINE)
ADDRESS = "https://example.org/our-video"
# What a page, a search, a feed, a download and a program can be asked for.
ADDRESSES = (
    "/", "/es/", "/ht/", "/bn/", "/videos/wsr", "/es/videos/wsr", "/ht/videos/wsr", "/bn/videos/wsr",
    "/videos/wsr/print", "/videos/wsr?part=share&t=1&edition=2", "/embed/wsr", "/search?q=plate", "/feed.xml",
    "/sitemap-1.xml", "/api/videos", "/api/videos/wsr", "/api/videos/wsr/passages", "/api/search?q=plate",
    "/iiif/wsr/manifest.json", "/videos/wsr/tracks/captions.en.vtt", "/videos/wsr/cite.json",
    "/videos/wsr/tracks/subtitles.es.srt",
)  # fmt: skip
PREVIEW_WORDS = (
    "preview",
    "synthetic",
    "read aloud",
    "Read-aloud",
    "avance",
    "apèsi",
    "প্রাকদর্শন",
    "2:41",
)
# Fewer words in a row are of everybody.
PHRASE_WORDS = 5


@pytest.fixture
def site(tmp_path: Path) -> Iterator[str]:
    """A site that has the recording on a page with a player, with captions in four languages; its address."""
    folder = tmp_path / "site"
    folder.mkdir()
    languages = {"en": ENGLISH, "es": SPANISH, "ht": CREOLE, "bn": BENGALI}
    tracks = "".join(
        f'<track kind="captions" srclang="{tag}" src="/{tag}.vtt">' for tag in languages
    )
    (folder / "our-video").write_text(
        "<!doctype html><html><head><title>Our video</title></head><body>"
        f'<video poster="/thumb.png" src="/our.mp4" controls>{tracks}</video></body></html>'
    )
    (folder / "our.mp4").write_bytes(b"\0\0\0\x18ftypmp42" + b"\0" * 5_000)
    for tag, lines in languages.items():
        (folder / f"{tag}.vtt").write_text(webvtt(lines), "utf-8")
    Image.new("RGB", (320, 180), "green").save(folder / "thumb.png")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


class _Handler(SimpleHTTPRequestHandler):
    def guess_type(self, path: str) -> str:  # type: ignore[override] # a page without an extension
        return "text/html" if path.endswith("our-video") else super().guess_type(path)

    def log_message(self, *_arguments: object) -> None:
        pass


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of the checkout: what is tracked, and what is new in it."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    copy = tmp_path / "showcase"
    for name in listed.stdout.splitlines():
        if (ROOT / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, copy / name)
    return copy


class Owner:
    """Somebody who types the commands of the tutorial, and answers yes."""

    def __init__(self, checkout: Path, environ: dict[str, str], start: StartServer) -> None:
        self.checkout, self._start = checkout, start
        self._environ = environ | {"SHOWCASE_TRANSCRIPTS": str(checkout / "transcripts")}

    def run(self, command: str) -> str:
        """What a command prints."""
        keyboard, terminal = os.openpty()
        os.write(keyboard, b"y\n")
        try:
            done = subprocess.run(
                self._arguments(command), cwd=self.checkout, env=self._environ, stdin=terminal,
                capture_output=True, text=True, check=False,
            )  # fmt: skip
        finally:
            os.close(keyboard)
            os.close(terminal)
        assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
        return done.stdout + done.stderr

    def serve(self, command: str) -> Server:
        """A server that a command starts."""
        where = ("-C", str(self.checkout))
        return self._start(whole_command=(*self._arguments(command), *where), **self._environ)

    def _arguments(self, command: str) -> tuple[str, ...]:
        """The command in the environment that the tests have, which make need not make anew."""
        make, *rest = shlex.split(command)
        assert make == "make"
        environment = (f"VENV={sys.prefix}", "-o", f"{sys.prefix}/.serve")
        return (make, "--no-print-directory", *environment, *rest)


@pytest.fixture
def owner(checkout: Path, environ: dict[str, str], start_server: StartServer) -> Owner:
    return Owner(checkout, environ, start_server)


def test_nothing_of_the_preview_is_left_at_the_end(owner: Owner, site: str) -> None:
    serve, install, add, undo, check, add_second, watch = COMMANDS
    assert install == ".venv/bin/python -m pip install yt-dlp"  # the tests have it
    transcripts = owner.checkout / "transcripts"
    texts = {path: path.read_bytes() for path in transcripts.rglob("*") if path.is_file()}
    phrases = preview_phrases(transcripts / "wsr")
    running = owner.serve(serve)
    assert "Read-aloud preview" in get(f"{running.address}/").text
    old_link = "/videos/wsr?t=20,24"
    assert 'class="sel"' in get(running.address + old_link).text
    running.stop()
    add = add.replace(ADDRESS, f"{site}/our-video")
    listed = owner.run(add)
    assert "removed   wsr/preview.webm" in listed
    owner.run(undo)
    assert {path: path.read_bytes() for path in texts} == texts
    owner.run(add)
    owner.run(check)
    (owner.checkout / "harvest.mp4").write_bytes(silence(16))
    (owner.checkout / "harvest.en.srt").write_text(subrip(ENGLISH))
    owner.run(add_second)
    running = owner.serve(watch)
    for address in ADDRESSES:
        page = get(running.address + address)
        assert page.status == 200, address
        left = [word for word in (*PREVIEW_WORDS, *phrases) if word in page.text]
        assert not left, (address, left)
    old = get(running.address + old_link).text
    assert "may have been made for another recording" in old
    assert 'class="sel"' not in old
    assert ENGLISH[0] in old
    assert {"wsr", "harvest-talk"} <= set(
        re.findall(r"/videos/([a-z-]+)", get(running.address).text)
    )
    mend_a_word(running, transcripts / "harvest-talk/captions.en.srt")


def preview_phrases(folder: Path) -> set[str]:
    """Words in a row that the preview says in any language, without names and what is quoted."""
    kept = "".join(path.read_text("utf-8") for path in folder.glob("video*.toml"))
    known = " ".join(re.findall(r'^(?:name|label|text) = "([^"]*)"', kept, re.MULTILINE))
    rows = (
        cue.text.replace("\n", " ").split()
        for path in folder.glob("*.*.vtt")
        if not path.name.startswith("chapters")
        for cue in read_captions(path.read_bytes(), path.name).cues
    )
    found = {" ".join(row[:PHRASE_WORDS]) for row in rows if len(row) >= PHRASE_WORDS}
    assert len(found) > 100
    return {phrase for phrase in found if phrase not in known}


def mend_a_word(running: Server, captions: Path) -> None:
    captions.write_text(captions.read_text().replace("We wrote", "We ourselves wrote"))
    wait_until(lambda: "We ourselves wrote" in get(f"{running.address}/videos/harvest-talk").text)
