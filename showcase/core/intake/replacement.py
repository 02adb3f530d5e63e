"""What goes and what stays when another recording takes the place of the one before.

The rule: what is about this one recording goes, because it would be false about the other. What is about the
video's subject stays.
"""

from collections.abc import Iterable, Mapping

# Keys of video.toml that tell of the recording, not of its subject.
KEYS_OF_RECORDING = ("source", "duration", "voice", "notice", "tracks")
# The same in video.es.toml and the like, which have no others of these.
KEYS_OF_RECORDING_TRANSLATED = ("notice", "tracks")
_SYNTHETIC = "synthetic"
_TRACK_PREFIXES = ("captions.", "subtitles.", "chapters.", "descriptions.")


def belongs_to_recording(name: str, sources: Iterable[str]) -> bool:
    """Does a file go with the recording: the recording itself, and every track with its words and times?

    Args:
        name: of a file in the video's folder.
        sources: the files that the key `source` names.
    """
    return name in sources or name.startswith(_TRACK_PREFIXES)


def synthetic_people(people: Iterable[Mapping[str, object]]) -> list[str]:
    """The names of those in `[[people]]` who are voices of the recording and no persons."""
    return [str(each.get("name", "")) for each in people if each.get("voice") == _SYNTHETIC]
