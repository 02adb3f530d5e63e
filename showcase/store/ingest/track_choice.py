"""Which file counts where a video has several of one language."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import NamedTuple

from showcase.errors import Fault
from showcase.store.captions.reader import CaptionFile
from showcase.store.ingest.track_names import TrackFile

# Formats by what they can hold: speakers, times of words, styles, marks.
_BY_RICHNESS = (
    ".json3", ".json", ".srv3", ".ttml", ".dfxp", ".itt", ".xml", ".vtt", ".ass", ".ssa", ".scc", ".srt",
    ".sbv", ".lrc", ".sub", ".docx", ".tsv", ".txt",
)  # fmt: skip


class TrackRank(NamedTuple):
    """How good a file is. Of two, the one with the larger rank counts, by the first attribute that differs.

    Attributes:
        has_times: its times are its own, and not spread over the recording.
        by_person: no machine wrote it, as far as its name and content tell.
        is_complete: it has more than signs and foreign speech.
        is_original: its name says that it is no translation ("en-orig").
        is_whole: nothing in it was lost.
        has_speakers: it names who speaks.
        has_word_times: it has times of words.
        richness: what its format can hold; larger for more.
    """

    has_times: bool = False
    by_person: bool = False
    is_complete: bool = False
    is_original: bool = False
    is_whole: bool = False
    has_speakers: bool = False
    has_word_times: bool = False
    richness: int = 0


_REASON_BY_FIELD = {
    "has_times": "it has times",
    "by_person": "a person seems to have written it, and a machine the other",
    "is_complete": "it has all that is said",
    "is_original": "it is no translation",
    "is_whole": "all of it can be read",
    "has_speakers": "it names the speakers",
    "has_word_times": "it has the times of words",
    "richness": "its format holds more",
}


class RankedTrack(NamedTuple):
    """A file and its rank.

    Attributes:
        file: by its name.
        rank: None for a file that cannot be read.
        is_author_clear: it is long enough to tell whether a person wrote it.
    """

    file: TrackFile
    rank: TrackRank | None
    is_author_clear: bool = True


def rank_track(file: TrackFile, read: CaptionFile) -> TrackRank:
    """The rank of a file that was read."""
    return TrackRank(
        has_times=read.timing == "exact",
        by_person=not (file.is_automatic or read.is_automatic),
        is_complete=not file.is_forced,
        is_original=file.is_original,
        is_whole=not read.faults,
        has_speakers=any(cue.voice for cue in read.cues),
        has_word_times=any(cue.words for cue in read.cues),
        richness=_richness(file.name),
    )


def _richness(name: str) -> int:
    suffix = PurePath(name).suffix.lower()
    return -_BY_RICHNESS.index(suffix) if suffix in _BY_RICHNESS else -len(_BY_RICHNESS)


class TrackChoice(NamedTuple):
    """Which files count.

    Attributes:
        passed_over: names of files that do not, because another one of the same language does.
        notes: one for each of them.
    """

    passed_over: frozenset[str]
    notes: tuple[Fault, ...]


def choose_tracks(folder: str, tracks: Sequence[RankedTrack]) -> TrackChoice:
    """Choose one file of each kind and language.

    Captions and subtitles count as one kind, because a language has one transcript. A file that cannot be
    read is passed over only for one that a person wrote: damage should not put a machine's words in the
    place of a person's.

    Args:
        folder: the name of the folder, for the places of notes.
        tracks: all files, in the order of their names; of equals, the first counts.
    """
    groups: dict[tuple[str, str], list[RankedTrack]] = defaultdict(list)
    for track in tracks:
        speech = track.file.kind in ("captions", "subtitles")
        groups["speech" if speech else track.file.kind, track.file.language].append(track)
    passed = [pair for group in groups.values() for pair in _passed_over(group)]
    return TrackChoice(
        frozenset(other.file.name for _, other in passed),
        tuple(_note(folder, chosen, other) for chosen, other in passed),
    )


def _passed_over(group: Sequence[RankedTrack]) -> Iterator[tuple[RankedTrack, RankedTrack]]:
    """The (file that counts, file that does not) of one language."""
    if any(track.file.is_original for track in group):
        group = [_with_doubtful_author(track) for track in group]
    readable = [track for track in group if track.rank is not None]
    if not readable:
        return
    best = max(readable, key=lambda track: track.rank or TrackRank())
    for track in group:
        unread = track.rank is None and not (best.rank and best.rank.by_person)
        if track is not best and not unread:
            yield best, track


def _with_doubtful_author(track: RankedTrack) -> RankedTrack:
    """A file beside "en-orig", which a machine wrote, and too short to tell whether a person wrote it.

    Programs that save "en-orig" save what the machine made of it beside it, as "en".
    """
    if track.rank is None or track.is_author_clear:
        return track
    return track._replace(rank=track.rank._replace(by_person=False))


def _note(folder: str, chosen: RankedTrack, other: RankedTrack) -> Fault:
    message = f"is not used: {chosen.file.name} has the same language, and {_reason(chosen, other)}"
    return Fault(
        f"{folder}/{other.file.name}", message, "remove the one that is wrong", "second-file"
    )


def _reason(chosen: RankedTrack, other: RankedTrack) -> str:
    if other.rank is None or chosen.rank is None:
        return "this one cannot be read"
    pairs = zip(TrackRank._fields, chosen.rank, other.rank, strict=True)
    field = next((name for name, best, rank in pairs if best != rank), "")
    return _REASON_BY_FIELD.get(field, "its name comes first")
