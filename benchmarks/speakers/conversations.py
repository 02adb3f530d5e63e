"""Conversations with known turns, and the caption files that they are written into."""

import random
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from showcase.core.captions.speakers import KnownSpeaker, SpeakerHints
from showcase.core.timing.timecodes import format_vtt_timestamp

CUE_MS = 3_000
Said = tuple[tuple[str | None, str], ...]


class Turn(NamedTuple):
    """What one person says at a time."""

    name: str
    sentences: tuple[str, ...]


class MadeCue(NamedTuple):
    """A cue as it is written.

    Attributes:
        text: with its labels.
        said: who says which words of it, None for words of nobody who is named; sounds are left out.
        identifier: the line above its times, "" for none.
    """

    text: str
    said: Said
    identifier: str = ""


class MadeFile(NamedTuple):
    """A generated caption file, and what is right.

    Attributes:
        kind: what it is an example of.
        name: of the file.
        content: of the file.
        said: all words in order, each part with its right speaker.
        hints: what video.toml would say.
    """

    kind: str
    name: str
    content: str
    said: Said
    hints: SpeakerHints = SpeakerHints()


def converse(
    chance: random.Random,
    names: Sequence[str],
    sentences: Sequence[str],
    colons: Sequence[str] = (),
    turns: int = 14,
) -> list[Turn]:
    """A conversation in which everybody speaks, and nobody twice in a row.

    Args:
        chance: decides.
        names: who speaks.
        sentences: what they say.
        colons: sentences that begin like a label; some turns go on with one.
        turns: how often somebody begins to speak.
    """
    order = list(names)
    while len(order) < turns:
        order.append(chance.choice([name for name in names if name != order[-1]] or order[:1]))
    return [Turn(name, tuple(_sentences(chance, sentences, colons))) for name in order]


def _sentences(
    chance: random.Random, sentences: Sequence[str], colons: Sequence[str]
) -> Iterable[str]:
    yield from chance.sample(list(sentences), chance.choice([1, 1, 2, 3]))
    if colons and chance.random() < 1 / 3:
        yield chance.choice(list(colons))


def name_changes(
    turns: Iterable[Turn], label: Callable[[str], str], right: Callable[[str], str | None]
) -> list[MadeCue]:
    """A cue for each sentence; the first of a turn begins with the label."""
    return [
        MadeCue(("" if at else label(turn.name)) + text, ((right(turn.name), text),))
        for turn in turns
        for at, text in enumerate(turn.sentences)
    ]


def name_every_cue(
    turns: Iterable[Turn], label: Callable[[str], str], right: Callable[[str], str | None]
) -> list[MadeCue]:
    """A cue for each sentence, and each begins with the label."""
    return [
        MadeCue(label(turn.name) + text, ((right(turn.name), text),))
        for turn in turns
        for text in turn.sentences
    ]


def write_vtt(cues: Sequence[MadeCue]) -> str:
    """The cues as WebVTT."""
    return "\n\n".join(["WEBVTT", *_blocks(cues, ".")]) + "\n"


def write_srt(cues: Sequence[MadeCue]) -> str:
    """The cues as SubRip; those without an identifier get their number."""
    numbered = [
        cue if cue.identifier else cue._replace(identifier=str(number))
        for number, cue in enumerate(cues, 1)
    ]
    return "\n\n".join(_blocks(numbered, ",")) + "\n"


def _blocks(cues: Sequence[MadeCue], point: str) -> Iterable[str]:
    for number, cue in enumerate(cues):
        start, end = (
            f"00:{format_vtt_timestamp((number + n) * CUE_MS)}"[-12:].replace(".", point)
            for n in (0, 1)
        )
        above = f"{cue.identifier}\n" if cue.identifier else ""
        yield f"{above}{start} --> {end}\n{cue.text}"


def made_file(
    kind: str,
    cues: Sequence[MadeCue],
    language: str = "en",
    people: Iterable[KnownSpeaker] = (),
    not_speakers: tuple[str, ...] = (),
) -> MadeFile:
    """A file of these cues; half of the kinds are SubRip."""
    srt = sum(map(ord, kind)) % 2 and not any(cue.identifier for cue in cues)
    return MadeFile(
        kind,
        f"captions.{language}.{'srt' if srt else 'vtt'}",
        write_srt(cues) if srt else write_vtt(cues),
        tuple(part for cue in cues for part in cue.said),
        SpeakerHints(tuple(people), not_speakers),
    )
