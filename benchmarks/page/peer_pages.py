"""Pages of others that show a video with its transcript, made as their own documentation says.

Each is a page of ours in peers/pages/ that calls the other's code, filled with a video's words. The code
itself is installed by npm, or stands in a folder that a setting names; none of it is ours or kept here.
"""

import json
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from subprocess import CalledProcessError, TimeoutExpired, run
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from benchmarks.page.harness import HarnessError
from benchmarks.page.peer_manifest import build_manifest
from benchmarks.page.peers import FOLDER, MODULES, Peer, found, searches
from showcase.core.captions.cues import Cue, time_at_offset
from showcase.core.catalog.models import MediaFile
from showcase.core.export.webvtt import write_vtt

PAGES = FOLDER / "pages"
BUNDLE_MOST = 120  # seconds
_JINJA = Environment(
    loader=FileSystemLoader(PAGES), autoescape=True, undefined=StrictUndefined, trim_blocks=True
)


@dataclass(frozen=True, slots=True)
class Film:
    """What every page shows: the recording's files, its picture, and its words."""

    title: str
    cues: tuple[Cue, ...]
    folder: Path
    media: Sequence[MediaFile]
    poster: MediaFile | None = None

    def for_peers(self) -> "Film":
        """The same with a cue on one line and without the names of voices, which some would print."""
        plain = (
            cue._replace(text=" ".join(cue.text.split()), voice=None, turn=False)
            for cue in self.cues
        )
        return replace(self, cues=tuple(plain))


def write_page(peer: Peer, film: Film, folder: Path, address: str) -> None:
    """Write a page and all that it needs into a folder, which is served at an address.

    Raises:
        HarnessError: what it is made from is not here, or could not be put together.
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
    for path, name in {**peer.files, **(peer.search if searches(peer) else {})}.items():
        _copy(found(path), folder / name)
    if (script := PAGES / f"{peer.page}.js").exists():
        shutil.copy(script, folder)
    if peer.bundled:
        _bundle(PAGES / f"{peer.page}.jsx", folder / f"{peer.page}.js")


def _copy(source: Path, target: Path) -> None:
    if not source.exists():
        reason = f"{source.name} of {source.parent.name} is not here"
        raise HarnessError(reason)
    if source.is_dir():
        shutil.copytree(source, target)
    else:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, target)


def _bundle(script: Path, target: Path) -> None:
    """Put a script and the packages it imports into one file, as for production."""
    production = '--define:process.env.NODE_ENV="production"'
    program = str(MODULES / ".bin" / "esbuild")
    command = [program, str(script), "--bundle", "--minify", production]
    try:
        run([*command, f"--outfile={target}", "--log-level=error"], check=True, timeout=BUNDLE_MOST)
    except (CalledProcessError, TimeoutExpired, FileNotFoundError) as error:
        reason = f"{script.name} could not be put together with its packages"
        raise HarnessError(reason) from error


def _words(peer: Peer, film: Film) -> dict[str, Any]:
    return {
        "title": film.title,
        "media": film.media,
        "poster": film.poster and film.poster.name,
        "searches": searches(peer),
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
