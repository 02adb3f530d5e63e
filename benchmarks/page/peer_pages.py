"""Writes the pages of peers: other players that show a video with its transcript.

Each is a template of ours in peers/pages/ that uses the peer's code as its documentation recommends. The
code itself is installed by npm, or is in a folder that a setting names; none of it is kept here.
"""

import json
import os
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from subprocess import CalledProcessError, TimeoutExpired, run
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from benchmarks.page.harness import HarnessError
from benchmarks.page.peer_manifest import build_manifest
from benchmarks.page.peers import FOLDER, MODULES, Peer, has_search, package_file, package_folder
from showcase.core.captions.cues import Cue, time_at_offset
from showcase.core.catalog.models import MediaFile
from showcase.core.export.webvtt import write_vtt

PAGES = FOLDER / "pages"
MAX_BUNDLE_SECONDS = 120  # seconds
_JINJA = Environment(
    loader=FileSystemLoader(PAGES), autoescape=True, undefined=StrictUndefined, trim_blocks=True
)


@dataclass(frozen=True, slots=True)
class Film:
    """The video that every page shows: the recording's files, its poster, and its cues."""

    title: str
    cues: tuple[Cue, ...]
    folder: Path
    media: Sequence[MediaFile]
    poster: MediaFile | None = None

    def for_peers(self) -> "Film":
        """The same video with each cue on one line, and without names of speakers, which some peers print."""
        plain = (
            cue._replace(text=" ".join(cue.text.split()), voice=None, turn=False)
            for cue in self.cues
        )
        return replace(self, cues=tuple(plain))


def write_page(peer: Peer, film: Film, folder: Path, address: str) -> None:
    """Write a page and all files that it needs into a folder, which is served at an address.

    Raises:
        HarnessError: the peer's code is not installed, or could not be bundled.
    """
    folder.mkdir(parents=True)
    film = film.for_peers()
    for file in (*film.media, *filter(None, [film.poster])):
        (folder / file.name).symlink_to(film.folder.resolve() / file.name)
    (folder / "words.vtt").write_text(write_vtt(film.cues, language=""), "utf-8")
    manifest = build_manifest(address, film.title, film.cues[-1].end_ms, film.media, film.poster)
    (folder / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    _write_code(peer, folder)
    filled = _JINJA.get_template(f"{peer.page}.html").render(_words(peer, film))
    (folder / "index.html").write_text(filled, "utf-8")


def _write_code(peer: Peer, folder: Path) -> None:
    for path, name in {**peer.files, **(peer.search if has_search(peer) else {})}.items():
        _copy(package_file(path), folder / name)
    if (script := PAGES / f"{peer.page}.js").exists():
        shutil.copy(script, folder)
    if peer.bundled:
        _bundle(peer, folder / f"{peer.page}.js")


def _copy(source: Path, target: Path) -> None:
    if not source.exists():
        reason = f"{source.name} is missing in {source.parent.name}"
        raise HarnessError(reason)
    if source.is_dir():
        shutil.copytree(source, target)
    else:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, target)


def _bundle(peer: Peer, target: Path) -> None:
    """Bundle a peer's script and the packages it imports into one file, as for production."""
    script = PAGES / f"{peer.page}.jsx"
    production = '--define:process.env.NODE_ENV="production"'
    program = str(MODULES / ".bin" / "esbuild")
    # A package may be in a folder that a setting names; what it imports is where npm put it.
    places = [f"--alias:{package}={package_folder(package)}" for package in peer.packages]
    command = [program, str(script), "--bundle", "--minify", "--log-level=error", production]
    try:
        run(
            [*command, *places, f"--outfile={target}"],
            check=True,
            timeout=MAX_BUNDLE_SECONDS,
            env={**os.environ, "NODE_PATH": str(MODULES)},
        )
    except (CalledProcessError, TimeoutExpired, FileNotFoundError) as error:
        reason = f"{script.name} could not be bundled with its packages"
        raise HarnessError(reason) from error


def _words(peer: Peer, film: Film) -> dict[str, Any]:
    return {
        "title": film.title,
        "media": film.media,
        "poster": film.poster and film.poster.name,
        "searches": has_search(peer),
        "cues": [
            {"start": cue.start_ms / 1000, "text": cue.text, "words": list(_timed_words(cue))}
            for cue in film.cues
        ],
    }


def _timed_words(cue: Cue) -> Iterator[dict[str, str | int]]:
    """Each word of a cue with its start and its length, in milliseconds."""
    at = 0
    for word in cue.text.split():
        start = time_at_offset(cue, at)
        yield {"text": word, "start": start, "length": time_at_offset(cue, at + len(word)) - start}
        at += len(word) + 1
