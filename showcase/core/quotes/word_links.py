"""Links: words of a quote and words that were said which answer each other."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from showcase.core.quotes.banding import Band
from showcase.core.search.positions import within
from showcase.core.text.similarity import alike, long_enough
from showcase.core.text.spoken_numbers import numbers_in, spoken

# What a word of the quote earns that was said; that was said and is spelt alike; that was said before its
# neighbor instead of behind it.
SAME, ALIKE, SWAPPED = 1.0, 0.6, 0.8
# More links than this in one band, and so many for each word of the quote, has only a page of text, or what
# says one thing again and again.
LINKS_MOST, LINKS_A_WORD = 300, 1

Said = Sequence[tuple[str, ...]]


# Words of a quote that answer words that were said: the first word of the quote and the one behind the last,
# the same for what was said, and what each of the quote's words earns. No class: there are hundreds.
Link = tuple[int, int, int, int, float]


class Words:
    """The words of a quote, and where they are in a window of speech."""

    def __init__(self, quoted: Sequence[str], said: Said) -> None:
        self._quoted = quoted
        self._said = said
        self._places: dict[str, list[int]] = {word: [] for word in quoted}
        self._places.update((one + other, []) for one, other in pairwise(quoted))
        self._alike: dict[str, list[int]] = {}
        places = self._places
        for number, forms in enumerate(said):
            for form in forms:
                if form in places:
                    places[form].append(number)

    def masks(self) -> dict[str, int]:
        """Where each word of the quote is, or one that was found alike: a bit for each place."""
        masks = {}
        for word in self._quoted:
            mask = 0
            for place in self._places[word]:
                mask |= 1 << place
            for place in self._alike.get(word, ()):
                mask |= 1 << place
            masks[word] = mask
        return masks

    def find_alike(self, words: Iterable[str]) -> None:
        """Let these words of the quote also answer words that are spelt alike."""
        for word in words:
            if word not in self._alike and long_enough(word):
                found = [form for form in alike(word, self._long_forms) if form != word]
                self._alike[word] = [place for form in found for place in self._long[form]]

    @cached_property
    def _long(self) -> dict[str, list[int]]:
        """Where the words are that can be alike to others."""
        places: dict[str, list[int]] = {}
        for number, forms in enumerate(self._said):
            if long_enough(forms[0]):
                places.setdefault(forms[0], []).append(number)
        return places

    @cached_property
    def _long_forms(self) -> list[str]:
        return [*self._long]

    def links(self, band: Band, *, exact: bool) -> list[Link]:
        """The links in a band; with `exact` only those of words said just so."""
        links = self._same(band)
        if not exact:
            said = {link[0] for link in links}
            self.find_alike(self._quoted[row] for row in band.rows if row not in said)
            links += self._spelt_alike(band)
            links += self._two_for_one(band)
            links += self._one_for_two(band)
            links += self._numbers(band)
        most = LINKS_MOST + LINKS_A_WORD * len(band.rows)
        return links if len(links) <= most else _straightest(links, most)

    def _same(self, band: Band) -> list[Link]:
        quoted, places = self._quoted, self._places
        return [
            (row, row + 1, place, place + 1, SAME)
            for row in band.rows
            for place in _near(places[quoted[row]], row, band)
        ]

    def _spelt_alike(self, band: Band) -> Iterator[Link]:
        for row in band.rows:
            for place in self._alike.get(self._quoted[row], ()):
                if place - row in band.offsets:
                    yield row, row + 1, place, place + 1, ALIKE

    def _two_for_one(self, band: Band) -> Iterator[Link]:
        """Two words of the quote that were said as one ("every body"), or that changed places."""
        quoted, said, places = self._quoted, self._said, self._places
        for row in band.rows[:-1]:
            one, other = quoted[row], quoted[row + 1]
            for place in _near(places[one + other], row, band):
                yield row, row + 2, place, place + 1, SAME
            for place in _near(places[other], row, band):
                if one != other and one in (said[place + 1] if place + 1 < len(said) else ()):
                    yield row, row + 2, place, place + 2, SWAPPED

    def _one_for_two(self, band: Band) -> Iterator[Link]:
        """Two words that were said and are one of the quote."""
        heads, start = self._heads(band)
        rows: dict[str, list[int]] = {}
        for row in band.rows:
            rows.setdefault(self._quoted[row], []).append(row)
        for place, (one, other) in enumerate(pairwise(heads), start):
            for row in rows.get(one + other, ()):
                if place - row in band.offsets:
                    yield row, row + 1, place, place + 2, SAME

    def _heads(self, band: Band) -> tuple[list[str], int]:
        """The words that a band can be in, and the number of the first."""
        columns = band.columns(len(self._said))
        return [forms[0] for forms in self._said[columns.start : columns.stop]], columns.start

    def _numbers(self, band: Band) -> Iterator[Link]:
        """Digits of one side that are words of the other."""
        row, quoted = band.rows.start, self._quoted[band.rows.start : band.rows.stop]
        said, place = self._heads(band)
        near = range(band.offsets.start - place + row, band.offsets.stop - place + row)
        for first, end, start, stop in _heard(quoted, said, near):
            yield row + first, row + end, place + start, place + stop, SAME
        near = range(1 - near.stop, 1 - near.start)
        for start, stop, first, end in _heard(said, quoted, near):
            yield row + first, row + end, place + start, place + stop, SAME


def _near(places: Sequence[int], row: int, band: Band) -> Sequence[int]:
    """Those of some places, ascending, that are as far on from a word of the quote as a band allows."""
    return (
        within(places, range(row + band.offsets.start, row + band.offsets.stop)) if places else ()
    )


def _heard(
    written: Sequence[str], spelt: Sequence[str], offsets: range
) -> Iterator[tuple[int, int, int, int]]:
    """Where what is written in digits on one side is spelt out on the other, so much further on."""
    heads: dict[str, list[int]] = {}
    for first, end, digits in numbers_in(written):
        if not heads:
            for start, word in enumerate(spelt):
                heads.setdefault(word, []).append(start)
        for run in spoken(digits):
            for start in heads.get(run[0], ()):
                if start - first in offsets and tuple(spelt[start : start + len(run)]) == run:
                    yield first, end, start, start + len(run)


def _straightest(links: Iterable[Link], most: int) -> list[Link]:
    """Of too many links those of the longest runs: word behind word on both sides."""
    runs: list[list[Link]] = []
    ending: dict[tuple[int, int], list[Link]] = {}
    for link in sorted(links):
        run = ending.pop((link[0], link[2]), None)
        if run is None:
            runs.append(run := [])
        run.append(link)
        ending[link[1], link[3]] = run
    kept: list[Link] = []
    for run in sorted(runs, key=len, reverse=True):
        if len(kept) + len(run) <= most:
            kept += run
    return kept
