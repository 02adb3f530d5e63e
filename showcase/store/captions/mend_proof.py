"""The proof that a mended caption file says the same as before."""

from collections import Counter

from showcase.core.captions.cues import Cue
from showcase.store.captions.reader import CaptionFile
from showcase.store.captions.source_mends import Cuts

# What may be mended. Any other note is for the owner to look at, and must not go before that.
MENDABLE = frozenset({
    "blank-before-header", "blank-below-times", "blank-in-cue", "blank-in-header", "cues-out-of-order",
    "cues-overlap", "escaped-twice", "mojibake-undone", "no-blank-below-header", "no-header",
    "nonstandard-times", "other-encoding", "text-after-times", "wrong-suffix",
})  # fmt: skip


def says_the_same(before: CaptionFile, after: CaptionFile, cuts: Cuts) -> bool:
    """Are words, speakers and times the same, is nothing odd that was not, and is no doubt gone?

    Args:
        before: the file as it was read.
        after: what would be written, as it is read.
        cuts: the cues that end earlier now.
    """
    return (
        tuple(_cut(cue, cuts) for cue in before.cues) == after.cues
        and before.speakers == after.speakers
        and (before.timing, before.is_automatic) == (after.timing, after.is_automatic)
        and not after.faults
        and not after.skipped_cue_count
        and count_notes(after) <= count_notes(before)
        and set(name_mends(before, after)) <= MENDABLE
    )


def _cut(cue: Cue, cuts: Cuts) -> Cue:
    return cue._replace(end_ms=cuts.get((cue.start_ms, cue.end_ms), cue.end_ms))


def count_notes(read: CaptionFile) -> Counter[str]:
    """How many notes of each code a file has."""
    return Counter(note.code for note in read.notes)


def name_mends(before: CaptionFile, after: CaptionFile) -> tuple[str, ...]:
    """The codes of the findings that are gone, or fewer, in the order of the file."""
    gone = count_notes(before) - count_notes(after)
    return tuple(dict.fromkeys(note.code for note in before.notes if note.code in gone))
