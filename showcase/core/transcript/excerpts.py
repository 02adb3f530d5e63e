"""Excerpts: the words of a moment, exact to the word, with who says them.

A moment that was made of words leads back to just these words. One that was not (somebody typed the times,
or a whole line was linked) leads to the words that are spoken for the most part within it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import regex

from showcase.core.text.spans import Span
from showcase.core.text.truncate import truncate_to_fit
from showcase.core.timing.moments import Moment
from showcase.core.transcript.passages import Passage
from showcase.core.transcript.transcript import Transcript

# What opens a sentence before its first word, what ends it behind the last, and what may follow its end.
_OPENING_PUNCTUATION = regex.compile(r"[\"'“‘„‚«‹(\[¿¡「『]+$")
_CLOSING_PUNCTUATION = regex.compile(r"[.!?…؟۔।॥。！？]+[\"'”’»›)\]」』]*")
_SENTENCE_BEFORE = regex.compile(r"(?:[.!?…؟۔।॥。！？][\"'”’»›)\]」』]*)\s*$")
# So far back an opening mark and the end of the sentence before are looked for, in characters.
_LOOKBACK_CHARS = 12


@dataclass(frozen=True, slots=True)
class Utterance:
    """What one voice says without a break; `voice` is None where nobody is named."""

    voice: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words of a transcript that stand together.

    Attributes:
        moment: from the start of the first word to the end of the last; None where the transcript has no
            times.
        words: their numbers.
        span: their characters in the transcript's text. Whole sentences keep the marks that open and end
            them; otherwise it ends with the last word.
        utterances: their characters by who says them, in order.
    """

    moment: Moment | None
    words: range
    span: Span
    utterances: tuple[Utterance, ...]

    @property
    def text(self) -> str:
        """All of it, as it stands in the transcript; a change of voice is a line feed."""
        return "\n".join(said.text for said in self.utterances)

    @property
    def voices(self) -> tuple[str, ...]:
        """Who speaks, each once, in order."""
        return voices_of(self.utterances)


def voices_of(utterances: Iterable[Utterance]) -> tuple[str, ...]:
    """Who speaks, each once, in order."""
    return tuple(dict.fromkeys(said.voice for said in utterances if said.voice))


def shorten_utterances(utterances: Sequence[Utterance], max_chars: int) -> tuple[Utterance, ...]:
    """The utterances, or their beginning with an ellipsis: see `truncate_to_fit`."""
    kept = truncate_to_fit([said.text for said in utterances], lambda _: True, max_chars)
    return tuple(Utterance(said.voice, text) for said, text in zip(utterances, kept, strict=False))


def excerpt_at(
    transcript: Transcript, passages: Sequence[Passage], moment: Moment
) -> Excerpt | None:
    """The words of a moment; of one without an end, those from its line to the end of its passage.

    Returns:
        None where no word is spoken then, or nobody knows which.
    """
    if not transcript.has_times:
        return None
    if moment.end_ms is not None:
        return excerpt_from_words(transcript, _words_in_moment(transcript, moment))
    first = _cue_at_or_after(transcript, moment.start_ms)
    passage = next((p for p in passages if first in p.cues), None)
    if passage is None:
        return None
    begun = bisect_left(transcript.word_cues, first)
    return excerpt_from_words(transcript, range(begun, passage.words.stop))


def excerpt_from_span(transcript: Transcript, span: Span) -> Excerpt | None:
    """The words that a stretch of characters touches; None where it touches none."""
    words = transcript.words
    first = bisect_right(words, span.start, key=lambda word: word.end)
    stop = bisect_left(words, span.end, key=lambda word: word.start)
    return excerpt_from_words(transcript, range(first, stop))


def excerpt_from_words(transcript: Transcript, words: range) -> Excerpt | None:
    """Some words by their numbers; None for no words."""
    if not words:
        return None
    moment = transcript.moment_from_words(words)
    span = _span_with_punctuation(transcript, words)
    return Excerpt(moment, words, span, tuple(_split_utterances(transcript, words, span)))


def _words_in_moment(transcript: Transcript, moment: Moment) -> range:
    """The words of a moment that has an end.

    Only its first cues and its last ones are looked into, however long it is.
    """
    start_ms, end_ms = moment.start_ms, moment.end_ms or 0
    near = _cues_between(transcript, start_ms, end_ms)
    early = [cue for cue in near if transcript.cues[cue].start_ms <= start_ms]
    late = [cue for cue in near if transcript.cues[cue].end_ms >= end_ms]

    def is_within(word: int) -> bool:
        return (
            start_ms * 2
            <= transcript.word_start_ms(word) + transcript.word_end_ms(word)
            < end_ms * 2
        )

    first_within = next(filter(is_within, _words_of(transcript, near)), None)
    last_within = next(filter(is_within, _words_from_last(transcript, near)), None)
    first = next(
        (n for n in _words_of(transcript, early) if transcript.word_start_ms(n) == start_ms),
        first_within,
    )
    last = next(
        (n for n in _words_from_last(transcript, late) if transcript.word_end_ms(n) == end_ms),
        last_within,
    )
    if first is None or last is None or last < first:
        first, last = first_within, last_within
    return range(0) if first is None or last is None else range(first, last + 1)


def _cues_between(transcript: Transcript, start_ms: int, end_ms: int) -> list[int]:
    """The numbers of all cues that have a part of this time."""
    begun = bisect_right(transcript.cues, end_ms, key=lambda cue: cue.start_ms)
    return [n for n, cue in enumerate(transcript.cues[:begun]) if cue.end_ms >= start_ms]


def _words_of(transcript: Transcript, cues: Iterable[int]) -> Iterator[int]:
    return chain.from_iterable(_words_of_cue(transcript, cue) for cue in cues)


def _words_from_last(transcript: Transcript, cues: Sequence[int]) -> Iterator[int]:
    return chain.from_iterable(reversed(_words_of_cue(transcript, cue)) for cue in reversed(cues))


def _words_of_cue(transcript: Transcript, cue: int) -> range:
    first = bisect_left(transcript.word_cues, cue)
    return range(first, bisect_left(transcript.word_cues, cue + 1, lo=first))


def _cue_at_or_after(transcript: Transcript, start_ms: int) -> int:
    """The cue that is spoken at a time, else the next one."""
    current = transcript.cue_at(start_ms)
    if current is not None:
        return current
    return bisect_left(transcript.cues, start_ms, key=lambda cue: cue.start_ms)


def _span_with_punctuation(transcript: Transcript, words: range) -> Span:
    """The characters of words; where they are whole sentences, with the marks around them."""
    text = transcript.text
    start, end = transcript.words[words[0]].start, transcript.words[words[-1]].end
    opening = _OPENING_PUNCTUATION.search(text, max(start - _LOOKBACK_CHARS, 0), start)
    begins = opening.start() if opening else start
    ending = _CLOSING_PUNCTUATION.match(text, end)
    if ending and (_begins_turn(transcript, words[0]) or _ends_sentence(text[:begins])):
        return Span(begins, ending.end())
    return Span(start, end)


def _begins_turn(transcript: Transcript, word: int) -> bool:
    return word == 0 or _voice_of_word(transcript, word - 1) != _voice_of_word(transcript, word)


def _ends_sentence(text: str) -> bool:
    return _SENTENCE_BEFORE.search(text[-_LOOKBACK_CHARS:]) is not None


def _voice_of_word(transcript: Transcript, word: int) -> str | None:
    return transcript.cues[transcript.word_cues[word]].voice


def _split_utterances(transcript: Transcript, words: range, span: Span) -> Iterator[Utterance]:
    """The characters of an excerpt, cut where another voice begins."""
    turns = list(_turns(transcript, words))
    starts = [span.start, *(transcript.words[first].start for _, first in turns[1:])]
    for (voice, _), start, end in zip(turns, starts, [*starts[1:], span.end], strict=True):
        yield Utterance(voice, transcript.text[start:end].strip())


def _turns(transcript: Transcript, words: range) -> Iterator[tuple[str | None, int]]:
    """Who speaks in these words, and from which word on."""
    voice = _voice_of_word(transcript, words[0])
    yield voice, words[0]
    for cue in range(transcript.word_cues[words[0]], transcript.word_cues[words[-1]] + 1):
        if transcript.cues[cue].voice != voice and (said := _words_of_cue(transcript, cue)):
            voice = transcript.cues[cue].voice
            yield voice, said[0]
