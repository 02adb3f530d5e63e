"""Takes the labels of a file apart, each once, knowing what its owner says about them."""

from collections.abc import Iterable

from showcase.core.captions.name_parts import (
    LabelKind,
    NameParts,
    describe_name,
    fold_name,
    parse_name,
)

# No recording has so many speakers. Further labels are doubtful.
_MAX_LABELS = 3_000
_UNREAD = NameParts("", "", "", LabelKind.UNREAD, cased=False, upper=False, words=1, likeness=0)


class LabelReader:
    """Takes labels apart, each once.

    Args:
        people: names and aliases of `[[people]]`: they are names, whatever they look like.
        not_speakers: labels that are words.
    """

    def __init__(self, people: Iterable[str] = (), not_speakers: Iterable[str] = ()) -> None:
        self._people = frozenset(map(fold_name, people))
        self._parts = frozenset(word for name in self._people for word in name.split())
        self._words = frozenset(fold_name(words.rstrip(":： ")) for words in not_speakers)
        self._parsed: dict[str, NameParts | None] = {}

    def read(self, label: str) -> NameParts | None:
        """The parts of a label; None when it is not a name."""
        if label not in self._parsed:
            if len(self._parsed) >= _MAX_LABELS:
                return _UNREAD._replace(written=label)
            self._parsed[label] = self._parse(label)
        return self._parsed[label]

    def is_person(self, label: str) -> bool:
        """Is a label a name or an alias of `[[people]]`?"""
        return bool(self._people) and fold_name(label) in self._people

    def is_words(self, label: str) -> bool:
        """True when the owner says that a label is none."""
        return fold_name(label) in self._words

    def literal(self, label: str) -> NameParts | None:
        """A label that is a name in any case; None for one without letters and digits: "-"."""
        name = " ".join(label.split())
        if not any(map(str.isalnum, name)):
            return None
        return describe_name(name, name, fold_name(name), LabelKind.OTHER)

    def _parse(self, label: str) -> NameParts | None:
        key = fold_name(label)
        if self.is_words(label):
            return None
        if key in self._people:
            return describe_name(label.strip(), label.strip(), key, LabelKind.PERSON)
        parts = parse_name(label)
        if parts and parts.key in self._people:
            return parts._replace(kind=LabelKind.PERSON)
        if parts and parts.kind is LabelKind.WORDS and parts.key in self._parts:
            return parts._replace(kind=LabelKind.COMMON)
        return parts
