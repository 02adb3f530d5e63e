"""The narration: what narration.toml says."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

NARRATOR = "Narrator"


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of the narration.

    Attributes:
        en: its cues in English, in order; `es` has as many in Spanish.
        voice: who is named as the speaker.
        card: the card that comes with it, "" when the one before stays.
        chapter: "Title | Place" where it begins a chapter, else "".
        before: milliseconds of silence before it, None for the usual.
    """

    en: tuple[str, ...]
    es: tuple[str, ...]
    voice: str = NARRATOR
    card: str = ""
    chapter: str = ""
    before: int | None = None

    def __post_init__(self) -> None:
        if len(self.en) != len(self.es):
            message = (
                f"“{self.en[0]}” has {len(self.en)} cues in English, {len(self.es)} in Spanish"
            )
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
        TypeError: a key that is not known.
        ValueError: a line whose languages have different numbers of cues.
    """
    values = tomllib.loads(path.read_text(encoding="utf-8"))
    lines = tuple(
        Line(**{**line, "en": tuple(line["en"]), "es": tuple(line["es"])})
        for line in values.pop("lines")
    )
    return Narration(**values, lines=lines)
