"""The narration: what narration.toml says."""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

TRANSLATIONS = ("es", "ht", "bn")
NARRATOR = "Narrator"


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of the narration.

    Attributes:
        en: its cues in English, in order.
        translations: as many in each other language.
        voice: who is named as the speaker.
        card: the card that comes with it, "" when the one before stays.
        chapter: "Title | Place" in each language where it begins a chapter, else empty.
        before: milliseconds of silence before it, None for the usual.
    """

    en: tuple[str, ...]
    translations: dict[str, tuple[str, ...]]
    voice: str = NARRATOR
    card: str = ""
    chapter: dict[str, str] = field(default_factory=dict)
    before: int | None = None

    def __post_init__(self) -> None:
        for language, cues in self.translations.items():
            if len(self.en) != len(cues):
                message = f"“{self.en[0]}” has {len(self.en)} cues in en, {len(cues)} in {language}"
                raise ValueError(message)

    @property
    def words(self) -> tuple[str, ...]:
        """The words of its English cues, with their punctuation."""
        return tuple(" ".join(self.en).split())


@dataclass(frozen=True, slots=True)
class Narration:
    """A whole narration.

    Attributes:
        seed: of the voice's chance.
        pace: how slow the voice reads; 1.0 is its own pace.
        say: words that are read otherwise than they are written.
        sounds: the same for IPA.
    """

    seed: int
    pace: float
    say: dict[str, str]
    sounds: dict[str, str]
    lines: tuple[Line, ...]


def read_narration(path: Path) -> Narration:
    """Read narration.toml.

    Raises:
        KeyError: a line that lacks a language.
        TypeError: a key that is not known.
        ValueError: a line whose languages have different numbers of cues.
    """
    values = tomllib.loads(path.read_text(encoding="utf-8"))
    lines = tuple(_line(line) for line in values.pop("lines"))
    return Narration(**values, lines=lines)


def _line(values: dict[str, Any]) -> Line:
    translations = {language: tuple(values.pop(language)) for language in TRANSLATIONS}
    return Line(en=tuple(values.pop("en")), translations=translations, **values)
