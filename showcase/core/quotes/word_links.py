"""Word links: which words of a quote match which words that were said."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from showcase.core.quotes.banding import Band
from showcase.core.text.positions import positions_in_range
from showcase.core.text.similarity import find_similar_words, is_long_enough
from showcase.core.text.spoken_numbers import find_numbers, spell_number

# Scores of a word of the quote: said exactly; said with another spelling; said before its neighbor instead of
# after.
EXACT_SCORE, SIMILAR_SCORE, SWAPPED_SCORE = 1.0, 0.6, 0.8
# The most links of a band: this many, and more for each word of the quote. Only pages of text, and what
# repeats one thing again and again, have more.
MAX_BASE_LINKS, MAX_EXTRA_LINKS_PER_WORD = 300, 1

# For each word of a window of speech, the forms under which it is found: the whole word, then its parts.
WindowForms = Sequence[tuple[str, ...]]

# Words of a quote that match words that were said: the first word of the quote and the one after the last,
# the same for the window, and the score of each of the quote's words. A tuple, because there are hundreds.
WordLink = tuple[int, int, int, int, float]


class LinkFinder:
    """Finds the links between the words of a quote and a window of speech."""

    def __init__(self, quoted: Sequence[str], window: WindowForms) -> None:
        self._quoted = quoted
        self._window = window
        self._places: dict[str, list[int]] = {word: [] for word in quoted}
        self._places.update((one + other, []) for one, other in pairwise(quoted))
        self._similar_places: dict[str, list[int]] = {}
        places = self._places
        for number, forms in enumerate(window):
            for form in forms:
                if form in places:
                    places[form].append(number)

    def position_masks(self) -> dict[str, int]:
        """For each word of the quote, the words of the window that are the same or similar, a bit each."""
        masks = {}
        for word in self._quoted:
            mask = 0
            for place in self._places[word]:
                mask |= 1 << place
            for place in self._similar_places.get(word, ()):
                mask |= 1 << place
            masks[word] = mask
        return masks

    def add_similar_words(self, words: Iterable[str]) -> None:
        """Let these words of the quote also match words that are spelled alike."""
        for word in words:
            if word not in self._similar_places and is_long_enough(word):
                found = [
                    form
                    for form in find_similar_words(word, self._comparable_forms)
                    if form != word
                ]
                self._similar_places[word] = [
                    place for form in found for place in self._comparable_places[form]
                ]

    @cached_property
    def _comparable_places(self) -> dict[str, list[int]]:
        """The places of the words that are long enough to be compared by spelling."""
        places: dict[str, list[int]] = {}
        for number, forms in enumerate(self._window):
            if is_long_enough(forms[0]):
                places.setdefault(forms[0], []).append(number)
        return places

    @cached_property
    def _comparable_forms(self) -> list[str]:
        return [*self._comparable_places]

    def links_in_band(self, band: Band, *, exact: bool) -> list[WordLink]:
        """The links in a band; with `exact` only those of words that were said exactly."""
        links = self._exact_links(band)
        if not exact:
            linked = {link[0] for link in links}
            self.add_similar_words(self._quoted[row] for row in band.rows if row not in linked)
            links += self._similar_links(band)
            links += self._joined_or_swapped_links(band)
            links += self._split_word_links(band)
            links += self._number_links(band)
        most = MAX_BASE_LINKS + MAX_EXTRA_LINKS_PER_WORD * len(band.rows)
        return links if len(links) <= most else _keep_longest_runs(links, most)

    def _exact_links(self, band: Band) -> list[WordLink]:
        quoted, places = self._quoted, self._places
        return [
            (row, row + 1, place, place + 1, EXACT_SCORE)
            for row in band.rows
            for place in _places_in_band(places[quoted[row]], row, band)
        ]

    def _similar_links(self, band: Band) -> Iterator[WordLink]:
        for row in band.rows:
            for place in self._similar_places.get(self._quoted[row], ()):
                if place - row in band.offsets:
                    yield row, row + 1, place, place + 1, SIMILAR_SCORE

    def _joined_or_swapped_links(self, band: Band) -> Iterator[WordLink]:
        """Two words of the quote that were said as one ("every body"), or in the other order."""
        quoted, window, places = self._quoted, self._window, self._places
        for row in band.rows[:-1]:
            one, other = quoted[row], quoted[row + 1]
            for place in _places_in_band(places[one + other], row, band):
                yield row, row + 2, place, place + 1, EXACT_SCORE
            for place in _places_in_band(places[other], row, band):
                if one != other and one in (window[place + 1] if place + 1 < len(window) else ()):
                    yield row, row + 2, place, place + 2, SWAPPED_SCORE

    def _split_word_links(self, band: Band) -> Iterator[WordLink]:
        """Two words that were said and are one word of the quote."""
        heads, start = self._forms_in_band(band)
        rows: dict[str, list[int]] = {}
        for row in band.rows:
            rows.setdefault(self._quoted[row], []).append(row)
        for place, (one, other) in enumerate(pairwise(heads), start):
            for row in rows.get(one + other, ()):
                if place - row in band.offsets:
                    yield row, row + 1, place, place + 2, EXACT_SCORE

    def _forms_in_band(self, band: Band) -> tuple[list[str], int]:
        """The words of the window that a band can be in, and the number of the first."""
        columns = band.columns(len(self._window))
        return [forms[0] for forms in self._window[columns.start : columns.stop]], columns.start

    def _number_links(self, band: Band) -> Iterator[WordLink]:
        """Digits on one side that are words on the other."""
        row, quoted = band.rows.start, self._quoted[band.rows.start : band.rows.stop]
        said, place = self._forms_in_band(band)
        near = range(band.offsets.start - place + row, band.offsets.stop - place + row)
        for first, end, start, stop in _match_spoken_numbers(quoted, said, near):
            yield row + first, row + end, place + start, place + stop, EXACT_SCORE
        near = range(1 - near.stop, 1 - near.start)
        for start, stop, first, end in _match_spoken_numbers(said, quoted, near):
            yield row + first, row + end, place + start, place + stop, EXACT_SCORE


def _places_in_band(places: Sequence[int], row: int, band: Band) -> Sequence[int]:
    """Those of some places, ascending, whose offset from a word of the quote is in a band."""
    return (
        positions_in_range(places, range(row + band.offsets.start, row + band.offsets.stop))
        if places
        else ()
    )


def _match_spoken_numbers(
    digits_side: Sequence[str], words_side: Sequence[str], offsets: range
) -> Iterator[tuple[int, int, int, int]]:
    """Numbers in digits that are in words on the other side: first word and end of both.

    Args:
        digits_side: folded words with numbers in digits.
        words_side: folded words that may have the same numbers spelled out.
        offsets: how far the number may be on the other side, in words.
    """
    heads: dict[str, list[int]] = {}
    for first, end, digits in find_numbers(digits_side):
        if not heads:
            for start, word in enumerate(words_side):
                heads.setdefault(word, []).append(start)
        for run in spell_number(digits):
            for start in heads.get(run[0], ()):
                if start - first in offsets and tuple(words_side[start : start + len(run)]) == run:
                    yield first, end, start, start + len(run)


def _keep_longest_runs(links: Iterable[WordLink], most: int) -> list[WordLink]:
    """Of too many links those of the longest runs, in which words follow one another on both sides."""
    runs: list[list[WordLink]] = []
    ending: dict[tuple[int, int], list[WordLink]] = {}
    for link in sorted(links):
        run = ending.pop((link[0], link[2]), None)
        if run is None:
            runs.append(run := [])
        run.append(link)
        ending[link[1], link[3]] = run
    kept: list[WordLink] = []
    for run in sorted(runs, key=len, reverse=True):
        if len(kept) + len(run) <= most:
            kept += run
    return kept
