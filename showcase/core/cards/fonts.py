"""Chooses the font for each part of a text, and orders the parts of a line by the direction they are read in.

A face is one font file; a table says which characters it covers. A character that no face covers is never
drawn as an empty box: a text with such a letter cannot be drawn, symbols (emoji, notes) are left out.
"""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal, NamedTuple

import regex

# Faces by script, in the order in which they are tried.
_SCRIPT_FACES = (
    "noto-sans",
    "noto-sans-bengali",
    "noto-sans-devanagari",
    "noto-sans-arabic",
    "noto-sans-hebrew",
)
FontRole = Literal["display", "text"]
FALLBACK_CHAINS: Mapping[FontRole, tuple[str, ...]] = {
    "display": ("archivo-tight", *_SCRIPT_FACES),
    "text": ("noto-sans-text", *_SCRIPT_FACES[1:]),
}
# Faces whose letters change with their neighbors or run from right to left: they need text shaping.
SHAPED_FACES = frozenset(_SCRIPT_FACES[1:])

_CLUSTER = regex.compile(r"\X")
_WORDS = regex.compile(r"\s+|\S+")
# Joiners and direction marks change the letters beside them; other invisible characters are left out.
_SHAPING_CONTROLS = frozenset("\u200c\u200d\u200e\u200f")
# Variation selectors of emoji, and the combining frame of a keycap.
_EMOJI_SELECTORS = frozenset("\ufe0e\ufe0f\u20e3")
# No-break spaces stay; the narrow one and the figure space, which few faces cover, are replaced.
_SPACE_REPLACEMENTS = {0x202F: "\u2009", 0x2007: "\u00a0"}
_COLLAPSIBLE_SPACE = regex.compile(r"[^\S\u00a0\u2009]+")
_RTL_BIDI_CLASSES = frozenset({"R", "AL"})
_NEUTRAL_START = regex.compile(r"^[^\p{L}\p{M}\p{N}]+")
_NEUTRAL_END = regex.compile(r"[^\p{L}\p{M}\p{N}]+$")


class TextRun(NamedTuple):
    """A part of a line in one face.

    Attributes:
        face: the name of the font file, without its extension.
        text: in the order in which it is read (logical order).
        rtl: True where it is read from right to left.
    """

    face: str
    text: str
    rtl: bool


@dataclass(frozen=True)
class FontSet:
    """The faces with the characters that they cover.

    Attributes:
        coverage: code points by face.
        shaping: False where text shaping is not available, so that SHAPED_FACES cannot be used.
    """

    coverage: Mapping[str, frozenset[int]]
    shaping: bool = True

    def clean(self, text: str, role: FontRole) -> str | None:
        """A text as it is drawn: in NFC, with single spaces, without symbols that no face covers.

        Args:
            text: any text.
            role: whose faces are used.

        Returns:
            None where no face covers a letter, digit or mark.
        """
        text = unicodedata.normalize("NFC", text)
        kept = [
            cluster
            for cluster in _CLUSTER.findall(text)
            if not self._is_uncovered_symbol(cluster, role)
        ]
        seen = "".join(
            c for c in "".join(kept).translate(_SPACE_REPLACEMENTS) if not _is_invisible(c)
        )
        clean = _COLLAPSIBLE_SPACE.sub(" ", seen).strip()
        covered = all(
            self._first_covering_face(cluster, FALLBACK_CHAINS[role])
            for cluster in _CLUSTER.findall(clean)
        )
        return clean if covered else None

    def fallback_chain(self, text: str, role: FontRole) -> tuple[str, ...]:
        """The faces for a text, in the order in which they are tried.

        The first is that of the role, unless more letters of the text are covered by another one only.

        Args:
            text: a cleaned text.
            role: whose faces are used.
        """
        first, *others = (face for face in FALLBACK_CHAINS[role] if self._is_usable(face))
        letters = [ord(c) for c in text if c.isalpha()]
        foreign = [letter for letter in letters if letter not in self.coverage[first]]
        had = {face: sum(letter in self.coverage[face] for letter in foreign) for face in others}
        most = max(others, key=had.__getitem__, default=first)
        main = most if had.get(most, 0) >= max(len(letters) - len(foreign), 1) else first
        return (main, first, *others)

    def runs(self, text: str, chain: Sequence[str], *, rtl: bool) -> list[TextRun]:
        """The runs of a line from left to right, each in one face.

        Args:
            text: a cleaned text, or a part of one.
            chain: the faces of the whole text, from `fallback_chain`.
            rtl: True for a line that is read from right to left.
        """
        faces = groupby(self._split_by_face(text, chain), key=lambda piece: piece[0])
        runs = [(face, "".join(part for _, part in pieces)) for face, pieces in faces]
        return _to_visual_order(runs, rtl=rtl)

    def _split_by_face(self, text: str, chain: Sequence[str]) -> Iterator[tuple[str, str]]:
        """Words with their faces; a word that no single face covers is split into clusters."""
        face = chain[0]
        for word in _WORDS.findall(text):
            is_spoken = any(c.isalnum() for c in word)
            if whole := self._first_covering_face(word, chain if is_spoken else (face, *chain)):
                face = whole
                yield face, word
                continue
            for cluster in _CLUSTER.findall(word):
                face = self._first_covering_face(cluster, chain) or face
                yield face, cluster

    def _first_covering_face(self, text: str, chain: Sequence[str]) -> str | None:
        codes = {ord(c) for c in text if c not in _SHAPING_CONTROLS and not c.isspace()}
        usable = (face for face in chain if self._is_usable(face))
        return next((face for face in usable if codes <= self.coverage[face]), None)

    def _is_usable(self, face: str) -> bool:
        return self.shaping or face not in SHAPED_FACES

    def _is_uncovered_symbol(self, cluster: str, role: FontRole) -> bool:
        """True for a symbol that no face covers, with the joiners and selectors of its cluster."""
        is_sign = unicodedata.category(cluster[0]).startswith("S")
        return is_sign and self._first_covering_face(cluster, FALLBACK_CHAINS[role]) is None


def reads_right_to_left(text: str) -> bool:
    """True where the first strong character of a text is right-to-left (UAX #9, P2)."""
    kinds = (unicodedata.bidirectional(c) for c in text)
    strong = next((kind for kind in kinds if kind in ("L", "R", "AL")), "L")
    return strong in _RTL_BIDI_CLASSES


def parse_ranges(ranges: str) -> frozenset[int]:
    """Code points from ranges in hexadecimal, both ends included: "20-7E A0"."""
    found: set[int] = set()
    for part in ranges.split():
        first, _, last = part.partition("-")
        found.update(range(int(first, 16), int(last or first, 16) + 1))
    return frozenset(found)


def _is_invisible(character: str) -> bool:
    """True for control characters, and for format characters without an effect on what is drawn."""
    if character in _SHAPING_CONTROLS or character.isspace():
        return False
    return character in _EMOJI_SELECTORS or unicodedata.category(character).startswith("C")


def _to_visual_order(runs: Sequence[tuple[str, str]], *, rtl: bool) -> list[TextRun]:
    """Runs from left to right; a group of runs against the line's direction is reversed (UAX #9, L2)."""
    made = [TextRun(face, text, _is_run_rtl(text, rtl=rtl)) for face, text in runs]
    ordered: list[TextRun] = []
    for is_against, group in groupby(made, key=lambda run: run.rtl != rtl):
        stretch = list(group)
        ordered += _reverse_opposite_runs(stretch, rtl=rtl) if is_against else stretch
    return ordered[::-1] if rtl else ordered


def _reverse_opposite_runs(against: list[TextRun], *, rtl: bool) -> list[TextRun]:
    """Runs against the line's direction, in its order; neutrals around them follow the line (UAX #9, N2)."""
    first, last = against[0], against[-1]
    before = first.text[: len(first.text) - len(_NEUTRAL_START.sub("", first.text))]
    against[0] = first._replace(text=first.text[len(before) :])
    inner = _NEUTRAL_END.sub("", against[-1].text)
    after = against[-1].text[len(inner) :]
    against[-1] = against[-1]._replace(text=inner)
    around = (TextRun(first.face, before, rtl), *against[::-1], TextRun(last.face, after, rtl))
    return [run for run in around if run.text]


def _is_run_rtl(text: str, *, rtl: bool) -> bool:
    """True for a run that is read from right to left: as the line, unless all its letters run the other way.

    Digits are always read from left to right (UAX #9, I1 and I2).
    """
    kinds = {unicodedata.bidirectional(c) for c in text}
    left, right = bool(kinds & ({"L", "EN"} if rtl else {"L"})), bool(kinds & _RTL_BIDI_CLASSES)
    return (not left or right) if rtl else (right and not left)
