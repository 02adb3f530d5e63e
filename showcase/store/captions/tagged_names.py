"""Names in tags, as in logs of chats: "<zed>Did it come?" has no tag where "ZED:" speaks elsewhere."""

from collections.abc import Iterator, Sequence

from showcase.core.captions.cue_text import parse_cue_text
from showcase.store.captions.parsed_file import ParsedCue

_MAX_NAME_CHARS = 40


def keep_names(cues: Sequence[ParsedCue], raw_texts: Sequence[str]) -> Iterator[ParsedCue]:
    """The cues of a file; a tag at the start of a cue that is the name of a label in the file stays words.

    Args:
        cues: in the order of the file.
        raw_texts: their texts, with tags.
    """
    labels = _read_labels(raw_texts) if any(cue.text.unknown for cue in cues) else frozenset[str]()
    for cue, raw in zip(cues, raw_texts, strict=True):
        name, closed, words = raw.lstrip(" \t-").removeprefix("<").partition(">")
        tagged = cue.text.unknown and closed and cue.text.unknown[0] == name.casefold()
        if tagged and name.casefold() in labels:
            yield cue._replace(text=parse_cue_text(f"&lt;{name}&gt;{words}"))
        else:
            yield cue


def _read_labels(raw_texts: Sequence[str]) -> frozenset[str]:
    """What stands before a colon at the starts of lines, casefolded."""
    heads = (
        line[: _MAX_NAME_CHARS + 1].partition(":")
        for raw in raw_texts
        if ":" in raw
        for line in raw.split("\n")
    )
    return frozenset(before.strip(" >-").casefold() for before, colon, _ in heads if colon)
