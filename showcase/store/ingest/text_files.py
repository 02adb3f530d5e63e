"""Reads text files in the folder of transcripts: UTF-8, of at most 1 MB."""

from pathlib import Path

from showcase.errors import Diagnosis, Fault
from showcase.store.captions.findings import as_faults
from showcase.store.ingest.file_guard import find_refusal

MAX_TEXT_FILE_BYTES = 1024 * 1024
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_HOW_TO_SAVE = "save it as UTF-8 (in Notepad: Save as, Encoding: UTF-8)"
# The code page of Western Europe: what most files that are not UTF-8 were saved in.
_LEGACY_ENCODING = "cp1252"


def read_text_file(root: Path, name: str) -> str | Fault:
    """Read a UTF-8 file of at most 1 MB.

    Args:
        root: the folder of transcripts.
        name: the path of the file in it, for the fault.

    Returns:
        The text without a byte order mark, or the fault that keeps it from being read.
    """
    try:
        if refusal := find_refusal(root, root / name):
            return as_faults([refusal], name)[0]
        with (root / name).open("rb") as file:
            data = file.read(MAX_TEXT_FILE_BYTES + 1)
    except OSError as error:
        return unreadable_fault(name, error)
    if len(data) > MAX_TEXT_FILE_BYTES:
        diagnosis = Diagnosis(
            "file-too-large", "It is larger than 1 MB", "keep only what belongs in it"
        )
        return diagnosis.at(name)
    if data.startswith(_UTF16_MARKS) or b"\0" in data:
        return _not_text_fault(name, data)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _not_utf8_fault(name, data, error.start)


def unreadable_fault(place: str, error: OSError) -> Fault:
    """The fault of a file or folder that the operating system does not let us read."""
    message = f"It cannot be read ({error.strerror})"
    return Diagnosis("unreadable-file", message, "make it readable, or remove it").at(place)


def _not_text_fault(name: str, data: bytes) -> Fault:
    """The fault of UTF-16, whose digits and Latin letters have a zero byte each, and of what is no text."""
    wide = data.startswith(_UTF16_MARKS) or data.count(0) * 3 > len(data)
    if wide:
        return Diagnosis("not-utf-8", "The file is UTF-16, not UTF-8", _HOW_TO_SAVE).at(name)
    line = data[: data.index(0)].count(b"\n") + 1
    return Diagnosis("not-utf-8", "This is not text", "put the right file there").at(name, line)


def _not_utf8_fault(name: str, data: bytes, start: int) -> Fault:
    line = data[:start].count(b"\n") + 1
    first = max(data.rfind(b"\n", 0, start) + 1, start - 20)
    around = data[first : start + 20].partition(b"\n")[0] if start >= first else b""
    shown = _printable_word(around.decode(_LEGACY_ENCODING, "replace"), start - first)
    message = f'This line is not UTF-8 ("{shown}", as Windows-1252 has it)'
    return Diagnosis("not-utf-8", message, _HOW_TO_SAVE).at(name, line)


def _printable_word(text: str, at: int) -> str:
    """The word around an index; a byte of Windows-1252 is one character, so indexes of bytes hold."""
    first = text.rfind(" ", 0, at) + 1
    word = text[first:].partition(" ")[0].strip("\"'")
    return "".join(
        character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in word
    )
