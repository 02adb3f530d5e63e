"""The words of all passages, in parts by their first letters: a page loads the parts that it needs."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from showcase.core.text.tokenizer import Word

# Where each word is: numbers of passages, in order.
Postings = Mapping[str, Sequence[int]]

# About 100 kB of JSON, a fifth of it as hosts send it. A word takes its letters and five more characters for
# each passage.
MAX_SHARD_NUMBERS = 20_000


class WordShard(NamedTuple):
    """The words that begin with some letters.

    Attributes:
        prefix: the letters. A word is in the shard with the longest prefix that it begins with.
        words: the passages of each word.
    """

    prefix: str
    words: dict[str, list[int]]


def collect_postings(passages: Iterable[Iterable[Word]]) -> dict[str, list[int]]:
    """The passages of each word, by their numbers from 0 on; `passages` are the words of each, in order.

    A word is found by all its forms: "m'ap" as "map", "m" and "ap", "hand-picked" as "handpicked", too.
    """
    found: dict[str, list[int]] = defaultdict(list)
    for number, words in enumerate(passages):
        for form in dict.fromkeys(_forms(words)):
            found[form].append(number)
    return dict(found)


def _forms(words: Iterable[Word]) -> Iterator[str]:
    for word in words:
        yield from word.forms
        if word.compound:
            yield word.compound


def split_into_shards(postings: Postings, max_numbers: int = MAX_SHARD_NUMBERS) -> list[WordShard]:
    """Shards by first letters, sorted by them; more letters where one would be too large.

    Args:
        postings: of all words.
        max_numbers: how many words and numbers of passages a shard may have, if it has more than one word.
    """
    words = sorted((word, list(numbers)) for word, numbers in postings.items())
    return list(_split("", words, max_numbers))


def _split(
    prefix: str, words: list[tuple[str, list[int]]], max_numbers: int
) -> Iterator[WordShard]:
    size = sum(1 + len(numbers) for _, numbers in words)
    if size <= max_numbers or len(words) == 1:
        yield WordShard(prefix, dict(words))
        return
    for longer, group in groupby(words, lambda word: word[0][: len(prefix) + 1]):
        if longer == prefix:  # the word that is the prefix itself
            yield WordShard(prefix, dict(group))
        else:
            yield from _split(longer, list(group), max_numbers)
