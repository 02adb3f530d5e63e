"""Which face each part of a text is drawn in, and in what order the parts stand on a line.

A face is one font file; a table says which characters it has. What none has is never drawn as an empty box:
letters without a face make their whole text one that cannot be drawn, signs (emoji, notes) are left out.
"""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal, NamedTuple

import regex

# Before others, the face whose letters a text is written in; then these, in order.
_SCRIPTS = (
    "noto-sans",
    "noto-sans-bengali",
    "noto-sans-devanagari",
    "noto-sans-arabic",
    "noto-sans-hebrew",
)
Role = Literal["display", "text"]
CHAINS: Mapping[Role, tuple[str, ...]] = {
    "display": ("archivo-tight", *_SCRIPTS),
    "text": ("noto-sans-text", *_SCRIPTS[1:]),
}
# Their letters change with their neighbors, or run from right to left: drawn one by one they are wrong.
SHAPED = frozenset(_SCRIPTS[1:])

_CLUSTER = regex.compile(r"\X")
_WORDS = regex.compile(r"\s+|\S+")
# Joiners and direction marks steer the letters beside them; what else nobody sees is left out.
_STEERS = frozenset("\u200c\u200d\u200e\u200f")
# Selectors between a sign and its picture, and the frame of a key.
_OF_EMOJI = frozenset("\ufe0e\ufe0f\u20e3")
# Spaces that keep words together stay; the narrow one, which few faces have, is drawn as the thin one.
_SPACES = {0x202F: "\u2009", 0x2007: "\u00a0"}
_WHITE = regex.compile(r"[^\S\u00a0\u2009]+")
_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_NEUTRAL_START = regex.compile(r"^[^\p{L}\p{M}\p{N}]+")
_NEUTRAL_END = regex.compile(r"[^\p{L}\p{M}\p{N}]+$")


class Run(NamedTuple):
    """A part of a line in one face, in the order it is read; `rtl` says which way its line or it runs."""

    face: str
    text: str
    rtl: bool


@dataclass(frozen=True)
class Faces:
    """The characters of each face.

    Attributes:
        coverage: code points by face.
        shaping: False where letters can only be drawn one by one, so that SHAPED faces are of no use.
    """

    coverage: Mapping[str, frozenset[int]]
    shaping: bool = True

    def clean(self, text: str, role: Role) -> str | None:
        """A text as it is drawn: accents composed, white space single, signs that no face has left out.

        Returns:
            None when a letter, digit or mark has no face.
        """
        text = unicodedata.normalize("NFC", text)
        kept = [
            cluster for cluster in _CLUSTER.findall(text) if not self._is_left_out(cluster, role)
        ]
        seen = "".join(c for c in "".join(kept).translate(_SPACES) if not _is_unseen(c))
        clean = _WHITE.sub(" ", seen).strip()
        covered = all(self._face_of(cluster, CHAINS[role]) for cluster in _CLUSTER.findall(clean))
        return clean if covered else None

    def chain(self, text: str, role: Role) -> tuple[str, ...]:
        """The faces that a text is drawn in: the first, unless more letters are another script's."""
        first, *others = (face for face in CHAINS[role] if self._is_usable(face))
        letters = [ord(c) for c in text if c.isalpha()]
        foreign = [letter for letter in letters if letter not in self.coverage[first]]
        had = {face: sum(letter in self.coverage[face] for letter in foreign) for face in others}
        most = max(others, key=had.__getitem__, default=first)
        main = most if had.get(most, 0) >= max(len(letters) - len(foreign), 1) else first
        return (main, first, *others)

    def runs(self, text: str, chain: Sequence[str], *, rtl: bool) -> list[Run]:
        """A line's parts from left to right, each in one face.

        Args:
            text: what `clean` made, or a part of it.
            chain: of the whole text.
            rtl: which way the line runs.
        """
        faces = groupby(self._pieces(text, chain), key=lambda piece: piece[0])
        runs = [(face, "".join(part for _, part in pieces)) for face, pieces in faces]
        return _in_order(runs, rtl=rtl)

    def _pieces(self, text: str, chain: Sequence[str]) -> Iterator[tuple[str, str]]:
        """Words with their faces; a word that no face has whole is drawn in several."""
        face = chain[0]
        for word in _WORDS.findall(text):
            is_spoken = any(c.isalnum() for c in word)
            if whole := self._face_of(word, chain if is_spoken else (face, *chain)):
                face = whole
                yield face, word
                continue
            for cluster in _CLUSTER.findall(word):
                face = self._face_of(cluster, chain) or face
                yield face, cluster

    def _face_of(self, text: str, chain: Sequence[str]) -> str | None:
        codes = {ord(c) for c in text if c not in _STEERS and not c.isspace()}
        usable = (face for face in chain if self._is_usable(face))
        return next((face for face in usable if codes <= self.coverage[face]), None)

    def _is_usable(self, face: str) -> bool:
        return self.shaping or face not in SHAPED

    def _is_left_out(self, cluster: str, role: Role) -> bool:
        """True for a sign that no face has; emoji bring joiners and selectors with them."""
        is_sign = unicodedata.category(cluster[0]).startswith("S")
        return is_sign and self._face_of(cluster, CHAINS[role]) is None


def reads_right_to_left(text: str) -> bool:
    """True where the first letter of a text runs from right to left (UAX #9, P2)."""
    kinds = (unicodedata.bidirectional(c) for c in text)
    strong = next((kind for kind in kinds if kind in ("L", "R", "AL")), "L")
    return strong in _RIGHT_TO_LEFT


def parse_ranges(ranges: str) -> frozenset[int]:
    """Code points from ranges in hexadecimal digits: "20-7E A0"."""
    found: set[int] = set()
    for part in ranges.split():
        first, _, last = part.partition("-")
        found.update(range(int(first, 16), int(last or first, 16) + 1))
    return frozenset(found)


def _is_unseen(character: str) -> bool:
    """True for controls and for format characters that steer nothing that is drawn here."""
    if character in _STEERS or character.isspace():
        return False
    return character in _OF_EMOJI or unicodedata.category(character).startswith("C")


def _in_order(runs: Sequence[tuple[str, str]], *, rtl: bool) -> list[Run]:
    """Runs from left to right; those against the line are turned around as a group (UAX #9, L2)."""
    made = [Run(face, text, _runs_right_to_left(text, rtl=rtl)) for face, text in runs]
    ordered: list[Run] = []
    for is_against, group in groupby(made, key=lambda run: run.rtl != rtl):
        stretch = list(group)
        ordered += _apart(stretch, rtl=rtl) if is_against else stretch
    return ordered[::-1] if rtl else ordered


def _apart(against: list[Run], *, rtl: bool) -> list[Run]:
    """Runs against the line, in its order; marks and spaces around them run with the line (UAX #9, N2)."""
    first, last = against[0], against[-1]
    before = first.text[: len(first.text) - len(_NEUTRAL_START.sub("", first.text))]
    against[0] = first._replace(text=first.text[len(before) :])
    inner = _NEUTRAL_END.sub("", against[-1].text)
    after = against[-1].text[len(inner) :]
    against[-1] = against[-1]._replace(text=inner)
    around = (Run(first.face, before, rtl), *against[::-1], Run(last.face, after, rtl))
    return [run for run in around if run.text]


def _runs_right_to_left(text: str, *, rtl: bool) -> bool:
    """Which way a run reads: the line's, unless all its letters run the other way.

    Digits run from left to right (UAX #9, I1 and I2), wherever they stand.
    """
    kinds = {unicodedata.bidirectional(c) for c in text}
    left, right = bool(kinds & ({"L", "EN"} if rtl else {"L"})), bool(kinds & _RIGHT_TO_LEFT)
    return (not left or right) if rtl else (right and not left)
