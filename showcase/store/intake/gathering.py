"""Gathers what the sources of `showcase add` are: files, folders, addresses, and what came with them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote, urlsplit

from showcase.core.intake.source_kinds import (
    INFO_ENDING,
    GivenKind,
    is_feed_text,
    kind_of_name,
    title_of_name,
)
from showcase.core.intake.track_labels import TrackLabel
from showcase.core.text.languages import same_language
from showcase.errors import ShowcaseError
from showcase.store.ingest.source_urls import SourceError, is_source_url, parse_source_url
from showcase.store.ingest.track_names import is_stray
from showcase.store.intake.chapter_files import read_chapters
from showcase.store.intake.given_tracks import GivenTrack, read_given_track
from showcase.store.intake.info_json import VideoInfo, read_info, take_info, take_info_address
from showcase.store.intake.material import Material
from showcase.store.intake.podcast_feed import FeedChoice, take_feed
from showcase.store.intake.refusal import IntakeError

# Puts what a page with a player has into a folder, as yt-dlp writes it. None where that cannot be done.
FetchPage = Callable[[str], Path]
_FEED_SUFFIXES = (".xml", ".rss")
_HEAD_CHARS = 2_000
_LIVE_CHAT = ".live_chat."
# Text that yt-dlp writes beside the info.json, which has it too.
_DOUBLES = (".description", ".annotations.xml")


class Gatherer:
    """Takes one source after the other."""

    def __init__(self, fetch: FetchPage, choice: FeedChoice) -> None:
        """Take the way to ask a page with a player, and what says which episode of a feed is meant."""
        self.material = Material()
        self._fetch = fetch
        self._choice = choice

    def take(self, source: str) -> None:
        """Take an address, a file or a folder.

        Raises:
            ShowcaseError: it is not there, or is nothing of a video.
        """
        path = Path(source).expanduser()
        if is_source_url(source):
            self._take_address(source)
        elif path.is_dir():
            self._take_folder(path)
        elif not path.is_file():
            raise IntakeError(source, "There is no such file", "write its path, or an address")
        elif kind_of_name(path.name) is GivenKind.INFO:
            self._take_family(path)
        else:
            self._take_file(path)

    def _take_address(self, address: str) -> None:
        try:
            source = parse_source_url(address)
        except SourceError as error:
            if error.diagnosis.code == "not-an-address":
                raise IntakeError(None, *error.diagnosis[1:]) from None
            self._take_folder(self._fetch(address))
            return
        self.material.take_address(source)
        if source.kind in ("youtube", "vimeo"):
            self._take_provider(source.address)
        else:
            path = unquote(urlsplit(source.address).path)
            self.material.facts.offer({"title": title_of_name(path)}, "its address")

    def _take_provider(self, address: str) -> None:
        """What the provider knows of a video; without yt-dlp the address is enough to play it."""
        try:
            folder = self._fetch(address)
        except ShowcaseError as error:
            self.material.remarks.append(str(error))
            return
        self._take_folder(folder)

    def _take_folder(self, folder: Path) -> None:
        infos = [path for path in sorted(folder.glob(f"*{INFO_ENDING}")) if path.is_file()]
        if len(infos) > 1:
            names = ", ".join(path.name for path in infos[:5])
            raise IntakeError(folder, "There are several videos in it", f"give one of {names}")
        if infos:
            self._take_family(infos[0])
            return
        paths = [path for path in sorted(folder.iterdir()) if _is_wanted(path, path.name)]
        if not paths:
            raise IntakeError(folder, "There is nothing in it")
        for path in _one_recording(paths, folder):
            self._take_file(path)

    def _take_family(self, info: Path) -> None:
        """An info.json, with all that yt-dlp wrote beside it under the same name."""
        stem = info.name[: -len(INFO_ENDING)]
        beside = [path for path in sorted(info.parent.iterdir()) if path != info]
        others = [path for path in beside if path.name.startswith(f"{stem}.")]
        # Names of yt-dlp may have "(1)" in them, so only what follows is looked at for copies.
        self._take_described(info, [p for p in others if _is_wanted(p, p.name[len(stem) :])])

    def _take_described(self, path: Path, others: Iterable[Path]) -> None:
        info = read_info(path)
        take_info(info, path.name, self.material)
        for other in others:
            if kind_of_name(other.name) is GivenKind.CAPTIONS and not _is_xml_feed(other):
                self._take_captions_of(info, other)
            else:
                self._take_file(other)
        if not self.material.media:
            take_info_address(info, self.material)

    def _take_captions_of(self, info: VideoInfo, path: Path) -> None:
        """Captions that came with an info.json, which knows whether a machine wrote them."""
        track = read_given_track(path)
        key = path.name.rpartition(".")[0].rpartition(".")[2]
        if track.label.tag and info.machine_wrote(key) and not track.label.is_automatic:
            track = _as_automatic(track)
            spoken = self.material.spoken
            if not spoken or not same_language(track.label.tag, spoken):
                self.material.remarks.append(
                    f"{path.name} is left out: a machine wrote it, and perhaps translated it. "
                    "If it is right, give the file itself."
                )
                return
        self.material.tracks.append(track)

    def _take_file(self, path: Path) -> None:
        material, kind = self.material, kind_of_name(path.name)
        if kind is GivenKind.FEED or _is_xml_feed(path):
            take_feed(path, self._choice, material)
        elif kind is GivenKind.MEDIA:
            material.media.append(path)
            material.facts.offer({"title": title_of_name(path.name)}, "the name of the file")
        elif kind is GivenKind.PICTURE:
            material.pictures.append(path)
        elif kind is GivenKind.CHAPTERS or path.suffix.lower() == ".json":
            material.tracks.append(read_chapters(path) or read_given_track(path))
        else:
            material.tracks.append(read_given_track(path))


def gather(sources: Sequence[str], fetch: FetchPage, choice: FeedChoice) -> Material:
    """Gather everything that the sources are.

    Args:
        sources: addresses, files and folders, as written.
        fetch: asks a page with a player.
        choice: which episode of a feed is meant.

    Raises:
        ShowcaseError: one of them cannot be read.
    """
    gatherer = Gatherer(fetch, choice)
    for source in sources:
        gatherer.take(source)
    if gatherer.material.media and gatherer.material.address:
        named = ", ".join(path.name for path in gatherer.material.media)
        gatherer.material.remarks.append(
            f"The recording is played from {named}, and not from {gatherer.material.address.address}."
        )
        gatherer.material.address = None
    return gatherer.material


def _is_wanted(path: Path, name: str) -> bool:
    hidden = path.name.startswith(".") or not path.is_file()
    return not (hidden or is_stray(name) or _LIVE_CHAT in name or name.endswith(_DOUBLES))


def _is_xml_feed(path: Path) -> bool:
    if path.suffix.lower() not in _FEED_SUFFIXES:
        return False
    with path.open("rb") as file:
        return is_feed_text(file.read(_HEAD_CHARS).decode("utf-8", "replace"))


def _one_recording(paths: list[Path], folder: Path) -> list[Path]:
    stems = {path.stem for path in paths if kind_of_name(path.name) is GivenKind.MEDIA}
    if len(stems) > 1:
        names = ", ".join(sorted(stems)[:5])
        raise IntakeError(folder, f"There are several recordings in it ({names})", "give the one")
    return paths


def _as_automatic(track: GivenTrack) -> GivenTrack:
    label = TrackLabel(track.label.tag, is_automatic=True, marks=track.label.marks)
    return replace(track, label=label)
