"""The suffix of a caption file's name, where it says another format than the content."""

from collections.abc import Sequence
from pathlib import PurePath

from showcase.store.captions.findings import Finding, Findings


def note_wrong_suffix(
    name: str, format_name: str, suffixes: Sequence[str], notes: Findings
) -> None:
    """Report a name that says another format than the content, with the right name.

    Args:
        name: the path or name of the file.
        format_name: of the format that it is in.
        suffixes: of files in that format, the usual one first; none where any will do.
        notes: the note is appended.
    """
    path = PurePath(name)
    if not suffixes or not path.suffix or path.suffix.lower() in suffixes:
        return
    stem, inner = path.stem, path.with_suffix("").suffix.lower()
    known = inner in suffixes
    right = stem if known else f"{stem}{suffixes[0]}"
    message = f"holds {format_name}, but its name ends in {path.suffix}"
    notes.append(Finding(0, "wrong-suffix", message, f"rename it to {right}"))
