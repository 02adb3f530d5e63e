"""How a file labels its speakers: what else begins a cue like a label may be of somebody, too."""

from collections.abc import Collection
from typing import NamedTuple

from showcase.core.captions.file_style import FileStyle
from showcase.core.captions.label_groups import FoundLabel

_MIN_NAMES = 2
_MIN_PLACES = 4
_MOST = 0.7


class LabelHabits(NamedTuple):
    """What the cues of a file begin with.

    Attributes:
        has_names: names of speakers, several times.
        mostly: most of them begin with names, or with a few labels that come again and again.
        bracketed: the names are in brackets.
    """

    has_names: bool = False
    mostly: bool = False
    bracketed: bool = False


def find_habits(
    names: Collection[FoundLabel], doubtful: Collection[str], style: FileStyle
) -> LabelHabits:
    """The habits of a file.

    Args:
        names: labels at the starts of cues that are names.
        doubtful: all others there.
        style: of the file.
    """
    places = len(names) + len(doubtful)
    different = len({label.mark.label for label in names}) + len(set(doubtful))
    again = places >= max(_MIN_PLACES, _MOST * style.cues) and 2 * different <= places
    return LabelHabits(
        has_names=len(names) >= _MIN_NAMES,
        mostly=again or (len(names) >= _MIN_NAMES and 2 * len(names) >= style.cues),
        bracketed=2 * sum(label.mark.bracketed for label in names) > len(names),
    )
