"""Names in the identifiers of cues (WebVTT section 4.1), as exports of meetings have them.

Webex writes `1 "Rosa Field" (3101)`, and `4 "" (0)` for nobody; others write the name alone.
"""

import re
from collections import Counter
from collections.abc import Sequence

from showcase.core.captions.label_reader import LabelReader
from showcase.core.captions.letter_case import has_case
from showcase.core.captions.name_parts import LabelKind, NameParts

_WEBEX = re.compile(r'\d+\s+"([^"]*)"\s*\(\d+\)')
_NUMBER_FIRST = re.compile(r"\d+[.:)]?\s+(?=\D)")
_MIN_SHARE = 0.7
_SURE_KINDS = frozenset({
    LabelKind.PERSON, LabelKind.PRONOUNS, LabelKind.TITLE, LabelKind.DEGREE, LabelKind.TELEPHONE,
    LabelKind.NUMBERED,
})  # fmt: skip


def find_identifier_names(
    identifiers: Sequence[str], labels: LabelReader
) -> dict[str, NameParts | None]:
    """The identifiers that name a speaker.

    Args:
        identifiers: of all cues, "" where there is none.
        labels: takes labels apart.

    Returns:
        What is not in it is no name; None stands for nobody.
    """
    counts = Counter(identifier for identifier in identifiers if identifier)
    webex = {text: found for text in counts if (found := _WEBEX.fullmatch(text))}
    if webex:
        return {text: _webex_name(found[1], labels) for text, found in webex.items()}
    read = {text: labels.read(_NUMBER_FIRST.sub("", text)) for text in counts}
    parts = {text: part for text, part in read.items() if part and _may_be_name(part)}
    places: Counter[str] = Counter()
    for text, part in parts.items():
        places[part.key] += counts[text]
    regular = sum(places.values()) >= _MIN_SHARE * sum(counts.values())
    return {
        text: None if part.kind is LabelKind.NOBODY else part
        for text, part in parts.items()
        if part.kind in _SURE_KINDS or (regular and _is_name(part, places))
    }


def _webex_name(name: str, labels: LabelReader) -> NameParts | None:
    parts = labels.read(name) or labels.literal(name)
    return None if not parts or parts.kind is LabelKind.NOBODY else parts


def _may_be_name(part: NameParts) -> bool:
    caseless = not has_case(part.name)
    wordy = part.kind in (LabelKind.COMMON, LabelKind.WORDS)
    return not wordy and (part.cased or caseless or part.kind in _SURE_KINDS)


def _is_name(part: NameParts, places: Counter[str]) -> bool:
    """A known name, a role, or a name of two words that comes back, as headings do not."""
    if part.kind is not LabelKind.OTHER:
        return True
    return places[part.key] > 1 and 2 * len(places) <= sum(places.values())
