"""Short cues: one word a cue, or a few, joined into cues of a sentence or a part of one.

Programs that align speech write a cue for each word, and video editors a cue for every two or three. The
times of the words are kept. Where somebody else may begin to speak, or a sound is heard, nothing is joined.
"""

from collections.abc import Container, Iterator, Sequence
from itertools import groupby, pairwise

import regex

from showcase.core.captions.cues import Ruby, TimedWord
from showcase.core.captions.speakers import TaggedCue
from showcase.core.text.sentences import ends_sentence
from showcase.core.text.tokenizer import is_unspaced

# The shortest that a cue should be shown is 833 ms (Netflix timed text style guide).
_MAX_SHORT_CUE_MS = 1_000
# Nobody says more in a second.
_MAX_SHORT_CUE_CHARS = 100
# A word of its own may stay on the screen through a pause.
_MAX_WORD_CUE_MS = 5_000
# Fewer short cues in a row are an exchange of words: "Ready?" "Yes."
_MIN_SHORT_CUES = 6
_MIN_WORD_CUES = 12
# Where so many end a sentence, each is one.
_MAX_SENTENCE_SHARE = 0.5
# Two lines of captions, the longest that a cue should be shown, and a pause that is heard.
_MAX_JOINED_CHARS = 84
_MAX_JOINED_MS = 7_000
_MIN_PAUSE_MS = 800
# A part of a sentence may end so early at a comma.
_MIN_CLAUSE_SHARE = 0.7
_CLAUSE_END = (",", ";", ":", "،", "、", "，", "；", "：", "–", "—")
# What begins somebody's turn, or a sound: `>>`, a dash, a bracket, notes, a label ("ANA:").
_MARK_AT_START = regex.compile(
    r"\A(?:>>|[-–—‐―](?=\s|\p{Lu}|$)|[\[【♪♫<]|[(（].*[)）]|[^\p{Ll}\s]\S*[:：]$)"
)
_MARK_AT_END = regex.compile(r"[\]】♪♫][.,:]?$|[(（].*[)）]:?$")
# What belongs to the word before it: punctuation, "'s", "-driven".
_WORD_REST = regex.compile(r"[.,!?;:…)”»。、，！？]|['’](?:s|t|re|ve|ll|d|m)\b|-\p{Ll}")


def join_short_cues(
    pieces: Sequence[TaggedCue], starts: Container[int] = (), word_rests: Container[int] = ()
) -> list[TaggedCue]:
    """Join cues that are too short to be read, where many of them follow each other.

    Args:
        pieces: in order of start.
        starts: lines of cues that begin something new, so that they are not joined to the one before.
        word_rests: lines of cues that go on with the word of the cue before: "mother" of "grandmother".

    Returns:
        The same words in the same order. A joined cue has the times of its words, and the line of its first.
    """
    joined: list[TaggedCue] = []
    for short, run in groupby(pieces, _is_short):
        cues = list(run)
        if short and _is_one_speech(cues):
            cues = list(_join_run(list(_whole_words(cues, word_rests)), starts))
        joined += cues
    return joined


def _is_short(piece: TaggedCue) -> bool:
    cue = piece.cue
    ms = cue.end_ms - cue.start_ms
    return 0 < len(cue.text) <= _MAX_SHORT_CUE_CHARS and (
        (ms < _MAX_SHORT_CUE_MS and "\n" not in cue.text)
        or (ms <= _MAX_WORD_CUE_MS and len(cue.text.split(None, 1)) == 1 and _is_word(cue.text))
    )


def _is_word(text: str) -> bool:
    """A word that is more than a few characters of a script without spaces may be a sentence."""
    return text.isascii() or len(text) <= 2 or not is_unspaced(text[0])  # noqa: PLR2004 - "田ん"


def _is_one_speech(run: Sequence[TaggedCue]) -> bool:
    """Are these short cues pieces of sentences, rather than short sentences?"""
    brief = sum(piece.cue.end_ms - piece.cue.start_ms < _MAX_SHORT_CUE_MS for piece in run)
    enough = _MIN_SHORT_CUES if 2 * brief >= len(run) else _MIN_WORD_CUES
    sentences = sum(ends_sentence(piece.cue.text) for piece in run)
    return len(run) >= enough and sentences <= _MAX_SENTENCE_SHARE * len(run)


def _whole_words(run: Sequence[TaggedCue], word_rests: Container[int]) -> Iterator[TaggedCue]:
    """Put words together of which a cue has only a part."""
    group = [run[0]]
    for before, piece in pairwise(run):
        rest = piece.line in word_rests or _is_word_rest(piece.cue.text)
        if not rest or _may_be_another(before, piece):
            yield _join(group, "")
            group = []
        group.append(piece)
    yield _join(group, "")


def _is_word_rest(text: str) -> bool:
    return not text[:1].isalnum() and _WORD_REST.match(text) is not None


def _join_run(run: Sequence[TaggedCue], starts: Container[int]) -> Iterator[TaggedCue]:
    sentence = [run[0]]
    for before, piece in pairwise(run):
        new = piece.line in starts or ends_sentence(before.cue.text)
        if new or _may_be_another(before, piece):
            yield from map(_join, _cut_sentence(sentence))
            sentence = []
        sentence.append(piece)
    yield from map(_join, _cut_sentence(sentence))


def _may_be_another(before: TaggedCue, piece: TaggedCue) -> bool:
    """Is there a pause or a sound between two cues, or may somebody else speak in the second?"""
    one, other = before.cue, piece.cue
    return (
        other.start_ms - one.end_ms >= _MIN_PAUSE_MS
        or one.voice != other.voice
        or before.tagged != piece.tagged
        or before.carried_voice != piece.carried_voice
        or _has_mark(other.text, _MARK_AT_START)
        or _has_mark(one.text, _MARK_AT_END)
    )


def _has_mark(text: str, mark: regex.Pattern[str]) -> bool:
    """Most text has none: it begins and ends with a letter."""
    plain = text[:1].isalnum() and text[-1:].isalnum()
    return not plain and mark.search(text) is not None


def _cut_sentence(pieces: Sequence[TaggedCue]) -> Iterator[list[TaggedCue]]:
    """A sentence in parts of about equal length, as few as there may be; a part ends at a comma if it can."""
    if len(pieces) == 1:
        yield [*pieces]
        return
    chars = sum(map(_char_count, pieces))
    ms = pieces[-1].cue.end_ms - pieces[0].cue.start_ms
    part_chars = chars / max(-(-chars // _MAX_JOINED_CHARS), -(-ms // _MAX_JOINED_MS), 1)
    part: list[TaggedCue] = []
    done = 0
    for piece in pieces:
        part.append(piece)
        done += _char_count(piece)
        clause = piece.cue.text.endswith(_CLAUSE_END)
        if done >= part_chars * (_MIN_CLAUSE_SHARE if clause else 1):
            yield part
            part, done = [], 0
    if part:
        yield part


def _char_count(piece: TaggedCue) -> int:
    """Characters with the space after them; a character of a script without spaces is as wide as two."""
    text = piece.cue.text
    wide = not text[0].isascii() and is_unspaced(text[0])
    return 2 * len(text) if wide else len(text) + 1


def _join(group: Sequence[TaggedCue], space: str = " ") -> TaggedCue:
    first, last = group[0], group[-1]
    if len(group) == 1:
        return first
    text, words, ruby = "", list[TimedWord](), list[Ruby]()
    for piece in group:
        between = text and not (is_unspaced(text[-1]) and is_unspaced(piece.cue.text[0]))
        text += space if between else ""
        is_timed = piece.cue.words and not piece.cue.words[0].at
        if text and not is_timed:
            words.append(TimedWord(len(text), piece.cue.start_ms))
        words += [TimedWord(len(text) + at, ms) for at, ms in piece.cue.words]
        ruby += [
            Ruby(len(text) + start, len(text) + end, reading)
            for start, end, reading in piece.cue.ruby
        ]
        text += piece.cue.text
    cue = first.cue._replace(
        end_ms=_last_end_ms(group), text=text, words=tuple(words), ruby=tuple(ruby)
    )
    return first._replace(cue=cue, carried_voice=last.carried_voice)


def _last_end_ms(group: Sequence[TaggedCue]) -> int:
    return max(piece.cue.end_ms for piece in group)
