"""What is heard, seen and read when: the narration laid out in time."""

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from tools.preview.narration import TRANSLATIONS, Line, Narration
from tools.preview.speech import Spoken, Voice

# Milliseconds of silence before a line: within a card, at a new card, at a new chapter.
_PAUSE, _PAUSE_AT_CARD, _PAUSE_AT_CHAPTER = 300, 550, 1000
_PAUSE_AT_END = 2000
# A card comes up this long before its words.
_CARD_LEAD = 300
# A cue stays this long after its last word, so that it can be read to its end.
_HOLD = 400
_SHORTEST, _LONGEST = 1000, 6000
# Nothing moves but from card to card.
FRAMES_A_SECOND = 5
_FRAME = 1000 // FRAMES_A_SECOND


@dataclass(frozen=True, slots=True)
class PlannedCue:
    """A cue in all languages.

    Attributes:
        starts_ms: of each English word; the first is the cue's own start.
    """

    end_ms: int
    en: str
    translations: dict[str, str]
    voice: str
    starts_ms: tuple[int, ...]

    @property
    def start_ms(self) -> int:
        """Where its first word begins."""
        return self.starts_ms[0]

    @property
    def length_ms(self) -> int:
        """How long it is shown."""
        return self.end_ms - self.start_ms


@dataclass(frozen=True, slots=True)
class Stretch:
    """A card or a chapter and how long it lasts."""

    name: str
    start_ms: int
    end_ms: int


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole preview."""

    rate: int
    samples: "array[int]"
    cues: tuple[PlannedCue, ...]
    cards: tuple[Stretch, ...]
    chapters: dict[str, tuple[Stretch, ...]]


@dataclass(frozen=True, slots=True)
class _Placed:
    """A line with the sample at which its audio begins."""

    line: Line
    spoken: Spoken
    at: int
    rate: int

    def ms(self, sample: int) -> int:
        """Milliseconds in the recording of a sample of this line."""
        return round((self.at + sample) * 1000 / self.rate)

    @property
    def card_ms(self) -> int:
        """When a card that comes with this line does: on a frame, a little before the words."""
        return max(0, self.ms(0) - _CARD_LEAD) // _FRAME * _FRAME if self.at else 0


def make_plan(narration: Narration, voice: Voice) -> Plan:
    """Speak the narration and lay it out.

    Raises:
        ValueError: a cue lasts too short or too long.
    """
    samples = array("h")
    placed = []
    for line in narration.lines:
        samples.extend(_silence(_pause(line), voice.rate))
        spoken = voice.speak(line.words)
        placed.append(_Placed(line, spoken, len(samples), voice.rate))
        samples.extend(spoken.samples)
    samples.extend(_silence(_PAUSE_AT_END, voice.rate))
    samples.extend(_silence(_FRAME - _ms(samples, voice.rate) % _FRAME, voice.rate))
    end_ms = _ms(samples, voice.rate)
    return Plan(
        voice.rate,
        samples,
        tuple(_cues(placed)),
        tuple(_stretches([(p.line.card, p.card_ms) for p in placed], end_ms)),
        {
            language: tuple(
                _stretches([(p.line.chapter.get(language, ""), p.card_ms) for p in placed], end_ms)
            )
            for language in ("en", *TRANSLATIONS)
        },
    )


def _ms(samples: "array[int]", rate: int) -> int:
    return round(len(samples) * 1000 / rate)


def _pause(line: Line) -> int:
    if line.before is not None:
        return line.before
    if line.chapter:
        return _PAUSE_AT_CHAPTER
    return _PAUSE_AT_CARD if line.card else _PAUSE


def _silence(ms: int, rate: int) -> "array[int]":
    return array("h", [0]) * round(ms * rate / 1000)


def _stretches(named: list[tuple[str, int]], end_ms: int) -> Iterator[Stretch]:
    """From each name to the next; a first one begins at 0."""
    starts = [(name, start if i else 0) for i, (name, start) in enumerate(named) if name]
    for (name, start), (_, end) in pairwise([*starts, ("", end_ms)]):
        yield Stretch(name, start, end)


def _cues(placed: list[_Placed]) -> list[PlannedCue]:
    """All cues; a cue ends at the latest where the next one begins."""
    cues = [cue for line in placed for cue in _cues_of(line)]
    limits = [cue.start_ms for cue in cues[1:]] + [cues[-1].end_ms]
    cues = [replace(c, end_ms=min(c.end_ms, limit)) for c, limit in zip(cues, limits, strict=True)]
    odd = [f"“{c.en}” ({c.length_ms} ms)" for c in cues if not _SHORTEST <= c.length_ms <= _LONGEST]
    if odd:
        message = f"cut these cues otherwise, they are too short or too long: {', '.join(odd)}"
        raise ValueError(message)
    return cues


def _cues_of(placed: _Placed) -> Iterator[PlannedCue]:
    """The cues of a line, each up to the start of the next one; the last is held a little."""
    starts = [placed.ms(sample) for sample in placed.spoken.starts]
    held = placed.ms(placed.spoken.end) + _HOLD
    first = 0
    for number, en in enumerate(placed.line.en):
        told = {language: cues[number] for language, cues in placed.line.translations.items()}
        behind = first + len(en.split())
        end = starts[behind] if behind < len(starts) else held
        yield PlannedCue(end, en, told, placed.line.voice, tuple(starts[first:behind]))
        first = behind
