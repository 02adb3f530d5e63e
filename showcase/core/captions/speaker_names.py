"""The names of speakers: the spellings in a file are joined with `[[people]]` where that is beyond doubt."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from unicodedata import normalize

import regex

from showcase.core.captions.name_parts import LabelKind, NameParts, fold_name
from showcase.core.captions.speaker_values import AlikeNames, KnownSpeaker
from showcase.core.text.tokenizer import fold

# Accents, also of Greek capitals that have none; not the mark of й, nor the vowels of Indian scripts.
_MARKS = regex.compile("[\u0300-\u0305\u0307-\u036f\u0591-\u05c7\u064b-\u065f]")
_TOKEN = regex.compile(r"[\p{L}\p{M}\p{N}']+")
# "Anna Díaz" and "Ana Diaz", not "Ana Díaz" and "Ana Ruiz".
_MIN_LIKENESS = 0.85
# A file with more names than this has a list of something else.
_MAX_COMPARED_NAMES = 60

Tokens = tuple[str, ...]


def name_tokens(name: str) -> Tokens:
    """The words of a name without case and accents; "Ortiz, Rosa" is turned around."""
    first, comma, rest = name.partition(",")
    text = fold_name(f"{rest} {first}" if comma else name).replace("'", "")
    return tuple(_TOKEN.findall(normalize("NFC", _MARKS.sub("", normalize("NFD", fold(text))))))


def _is_part(tokens: Tokens, whole: Tokens) -> bool:
    """True for a first name, a last name, or an initial with a last name, of a longer name."""
    if tokens == whole or len(tokens) > len(whole) or all(len(token) == 1 for token in tokens):
        return False
    rest = iter(whole)
    return all(
        any(token == other or (len(token) == 1 and other.startswith(token)) for other in rest)
        for token in tokens
    )


class PeopleIndex:
    """Finds the person that a label means.

    Args:
        people: who may speak.
        names: of all labels of the file; another "Enrique" among them makes "Enrique" alone doubtful.
    """

    def __init__(self, people: Sequence[KnownSpeaker], names: Iterable[str]) -> None:
        spellings = [(p.name, name_tokens(s)) for p in people for s in (p.name, *p.aliases)]
        self._spellings = [(name, tokens) for name, tokens in spellings if tokens]
        self._words = {word for _, tokens in self._spellings for word in tokens}
        whole = {tokens for _, tokens in self._spellings}
        others = {name_tokens(name) for name in names} if people else set()
        self._strangers = {
            tokens for tokens in others - whole if len(tokens) > 1 and not self._of(tokens)
        }

    def find(self, name: str, *, whole: bool = False) -> str | None:
        """The person whose name this is; None when there is none, or several.

        Args:
            name: as it is written, without titles.
            whole: only the whole name or an alias counts, not a part of it.
        """
        tokens = name_tokens(name)
        exact = {person for person, spelling in self._spellings if spelling == tokens}
        if exact or whole:
            return exact.pop() if len(exact) == 1 else None
        found = self._of(tokens)
        meant_by_others = any(_is_part(tokens, other) for other in self._strangers)
        return found.pop() if len(found) == 1 and not meant_by_others else None

    def has_words(self, name: str) -> bool:
        """True when all words of a name are in names of these people."""
        tokens = name_tokens(name) if self._words else ()
        return bool(tokens) and self._words.issuperset(tokens)

    def _of(self, tokens: Tokens) -> set[str]:
        if not any(len(token) == 1 or token in self._words for token in tokens):
            return set()
        return {person for person, spelling in self._spellings if _is_part(tokens, spelling)}

    def alike(self, name: str) -> str | None:
        """A person whose name is written nearly like this one, or is a part of it."""
        tokens = name_tokens(name)
        if found := self._of(tokens):
            return min(found)
        for person, spelling in self._spellings:
            if _is_part(spelling, tokens):
                return person
        spelt = {" ".join(spelling): person for person, spelling in self._spellings}
        near = get_close_matches(" ".join(tokens), spelt, n=1, cutoff=_MIN_LIKENESS)
        return spelt[near[0]] if near else None


class SpeakerNames:
    """The names of a file's labels, tags and identifiers, and how each of them is written.

    Args:
        people: who may speak.
        parts: of all labels that are names.
    """

    def __init__(self, people: Sequence[KnownSpeaker], parts: Sequence[NameParts]) -> None:
        qualifiers: dict[str, set[str]] = defaultdict(set)
        for part in parts:
            if part.qualifier:
                qualifiers[part.key].add(part.qualifier)
        # "Mr. Lind" and "Mrs. Lind" are two people.
        self._told_apart = {key for key, several in qualifiers.items() if len(several) > 1}
        self._people = {person.name for person in people}
        self._index = PeopleIndex(people, {part.name for part in parts})
        self._names: dict[tuple[str, str], str] = {}
        self._written: dict[str, Counter[str]] = defaultdict(Counter)
        self._basis: dict[str, str] = {}
        self._lines: dict[str, int] = {}

    def use(self, parts: NameParts, basis: str, line: int, *, exact: bool = False) -> str:
        """The voice of a label, which is counted as one more place that has it.

        Args:
            parts: of the label.
            basis: why it is a name.
            line: of its cue.
            exact: capitals tell names apart, as those of `<v>` tags.
        """
        apart = parts.key in self._told_apart
        key = (parts.name if exact else parts.key, fold_name(parts.written) if apart else "")
        if key not in self._names:
            self._names[key] = self._find(parts, apart=apart)
        name = self._names[key]
        self._written[name][parts.written] += 1
        self._basis.setdefault(name, LabelKind.PERSON.value if name in self._people else basis)
        self._lines.setdefault(name, line)
        return name

    def _find(self, parts: NameParts, *, apart: bool) -> str:
        own = parts.written if apart else parts.name
        return self._index.find(parts.name, whole=apart) or own

    def is_person(self, parts: NameParts) -> bool:
        """True when a label is the name of somebody in `[[people]]`, or a part of it."""
        return bool(self._people) and self._index.find(parts.name) is not None

    def is_of_people(self, parts: NameParts) -> bool:
        """True when all words of a label are in names of `[[people]]`, though nobody may be meant."""
        return self._index.has_words(parts.name)

    def written(self, name: str) -> tuple[str, ...]:
        """The spellings of a voice, the most frequent first."""
        return tuple(spelling for spelling, _ in self._written[name].most_common())

    def basis(self, name: str) -> str:
        """What a voice rests on."""
        return self._basis[name]

    def alike(self) -> Iterator[AlikeNames]:
        """Names that may be of one person and were not joined."""
        names = list(self._written)
        if len(names) > _MAX_COMPARED_NAMES:
            return
        for at, name in enumerate(names):
            if name in self._people:
                continue
            person = self._index.alike(name)
            earlier = (other for other in names[:at] if _may_be_one(other, name))
            if other := person or next(earlier, None):
                yield AlikeNames(self._lines[name], other, name)


def _may_be_one(name: str, other: str) -> bool:
    one, two = name_tokens(name), name_tokens(other)
    return bool(one and two) and (one == two or _is_part(one, two) or _is_part(two, one))
