"""What an owner must know about what was withdrawn: what is gone, what is not, and what was not found.

No name and no word of it is repeated: notes are stored with what is published.
"""

from collections.abc import Iterator, Sequence

from showcase.core.captions.redaction import omit_phrase
from showcase.core.catalog.withdrawals import Withdrawals
from showcase.core.text.tokenizer import tokenize
from showcase.errors import Diagnosis, Fault
from showcase.store.ingest.record_redaction import RedactedRecord
from showcase.store.ingest.toml_file import TomlFile
from showcase.store.ingest.video_toml import VideoToml

_TEXT_KEYS = ("title", "headline", "kicker", "summary", "author", "poster_alt")
# Shorter parts of a name ("de", "Li") are too often words.
_MIN_NAME_PART_CHARS = 3

WITHDRAWN_VIDEO = Diagnosis(
    "withdrawn",
    "This video is withdrawn: nothing of it is published, and its links say so",
    "keep this file for that; all others in the folder can be deleted",
)

WITHDRAWN_PASSAGE = Diagnosis("withdrawn", "This passage is withdrawn, in every language")


def not_found_faults(redacted: RedactedRecord, file: TomlFile) -> Iterator[Fault]:
    """An error for each passage that is nowhere: its owner believes that it is gone."""
    for number, found in enumerate(redacted.passages):
        if not found:
            message = "Nothing was withdrawn: this is in no track"
            fix = (
                "copy the words from the transcript, give from and to instead, "
                "or remove the table when the captions do not have them any more"
            )
            yield file.fault_at(
                ("withdrawn", number), Diagnosis("withdrawn-not-found", message, fix)
            )


def withdrawal_notes(toml: VideoToml, redacted: RedactedRecord, file: TomlFile) -> Iterator[Fault]:
    """Notes on what is gone, and on where a name may still be."""
    withdrawn = [number for number, person in enumerate(toml.people) if person.withdrawn]
    for number, found in zip(withdrawn, redacted.people, strict=True):
        yield file.fault_at(("people", number, "withdrawn"), _person_diagnosis(found))
    for number, found in enumerate(redacted.passages):
        if found:
            yield file.fault_at(("withdrawn", number), WITHDRAWN_PASSAGE)
    if redacted.record.video.source and redacted.record.video.withdrawn:
        message = "The recording itself still has what was withdrawn"
        fix = "cut it out of the file, or out of the video on the other site"
        yield file.fault_at(("source",), Diagnosis("withdrawn-in-recording", message, fix))
    yield from _text_notes(toml, file)
    yield from _name_notes(toml, redacted, file)


def _places(count: int) -> str:
    return "1 place" if count == 1 else f"{count} places"


def _person_diagnosis(found: int) -> Diagnosis:
    if not found:
        message = "This person is withdrawn, but the captions name nobody so: no words are gone"
        fix = "add the spelling of the captions to aliases, or give [[withdrawn]] with from and to"
        return Diagnosis("withdrawn-not-speaking", message, fix)
    return Diagnosis(
        "withdrawn", "This person is withdrawn, with all words that captions give them"
    )


def _text_notes(toml: VideoToml, file: TomlFile) -> Iterator[Fault]:
    """Notes on texts of video.toml that have the whole name, which is left out of them."""
    for key in _TEXT_KEYS:
        text = str(getattr(toml, key))
        if any(omit_phrase(text, name) != text for name in toml.withdrawals.names):
            message = f'"{key}" names somebody who is withdrawn'
            yield file.fault_at((key,), Diagnosis("withdrawn-name", message, "write it anew"))


def _name_notes(toml: VideoToml, redacted: RedactedRecord, file: TomlFile) -> Iterator[Fault]:
    """Notes on parts of a name that others still say: whether they mean this person, only people know."""
    said = [
        form
        for entry in redacted.record.tracks
        for cue in entry.cues
        for word in tokenize(cue.text)
        for form in word.forms[:1]
    ]
    for number, person in enumerate(toml.people):
        parts = _name_parts((person.name, *person.aliases)) if person.withdrawn else set[str]()
        if found := sum(form in parts for form in said):
            message = f"A part of the name of this person is still said in {_places(found)}"
            fix = "look whether this person is meant, and give the words in [[withdrawn]]"
            diagnosis = Diagnosis("withdrawn-name", message, fix)
            yield file.fault_at(("people", number, "name"), diagnosis)


def _name_parts(names: Sequence[str]) -> set[str]:
    words = (word.forms[0] for name in names for word in tokenize(name))
    return {word for word in words if len(word) >= _MIN_NAME_PART_CHARS}


def repeats_withdrawn(note: Fault, withdrawals: Withdrawals) -> bool:
    """True for a note with a name or words that were withdrawn, which may not be stored."""
    text = f"{note.message} {note.fix}"
    phrases = (*withdrawals.names, *(each.words for each in withdrawals.passages if each.words))
    return any(omit_phrase(text, phrase) != text for phrase in phrases)
