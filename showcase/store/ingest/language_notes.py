"""Notes on tracks whose words are in another language than their names say."""

from collections.abc import Iterator, Sequence

from showcase.core.text.language_evidence import other_language, other_script
from showcase.core.text.languages import native_name
from showcase.errors import Fault
from showcase.store.records import TrackCues

# Enough to tell a language by, in characters.
_MAX_TEXT_CHARS = 20_000
_SCRIPT_NAMES = {
    "Arab": "Arabic", "Beng": "Bengali", "Cyrl": "Cyrillic", "Deva": "Devanagari", "Grek": "Greek",
    "Hang": "Korean", "Hani": "Chinese", "Hebr": "Hebrew", "Kana": "Japanese", "Thai": "Thai",
}  # fmt: skip


def note_languages(folder: str, tracks: Sequence[TrackCues]) -> Iterator[Fault]:
    """A note for each track of speech that is beyond doubt in another language than its tag says.

    Args:
        folder: the name of the video's folder, for the places of notes.
        tracks: of all kinds.
    """
    for entry in tracks:
        track = entry.track
        if track.kind not in ("captions", "subtitles"):
            continue
        text = _some_text(entry)
        tag = f"{native_name(track.language)} ({track.language})"
        fix = "name the file after its language, or put the right file there"
        if language := other_language(text, track.language):
            message = f"reads like {native_name(language)} ({language}), but its name says {tag}"
            yield Fault(f"{folder}/{track.file}", message, fix, "other-language")
        elif script := other_script(text, track.language):
            message = f"is written in {_SCRIPT_NAMES[script]} letters, but its name says {tag}"
            yield Fault(f"{folder}/{track.file}", message, fix, "other-script")


def _some_text(entry: TrackCues) -> str:
    pieces: list[str] = []
    chars = 0
    for cue in entry.cues:
        if not cue.sound:
            pieces.append(cue.text)
            chars += len(cue.text)
        if chars > _MAX_TEXT_CHARS:
            break
    return "\n".join(pieces)
