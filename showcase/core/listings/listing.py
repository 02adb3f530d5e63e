"""The lists of an archive, made from its videos: who and what they are of, and under which address.

Two entries are one only where their names are written alike, of people their organizations, too: whether two
people of one name are the same, nobody can tell from the name. Where names have one slug in common ("Rosa
Field" of two organizations, "José" and "Jose"), each entry has a hash of its own in its address, and the
address without it leads to all of them. So no link ever leads to somebody else, whatever is added later.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple
from unicodedata import combining, normalize

from showcase.core.catalog.models import Person, Video
from showcase.core.text.slugs import name_hash, slugify_name

ListingKind = Literal["speakers", "organizations", "series", "topics", "dates"]
# In the order in which pages name them.
LISTING_KINDS: tuple[ListingKind, ...] = ("speakers", "organizations", "series", "topics", "dates")
# Of videos whose year is not known.
UNDATED_SLUG = "undated"
_YEAR_CHARS = 4


@dataclass(frozen=True, slots=True)
class ListedVideo:
    """A video of an entry.

    Attributes:
        video: the video.
        person: who the entry is of, as this video tells of them; None in other lists.
        number: of the part, where the entry is a series; 0 where it has none.
    """

    video: Video
    person: Person | None = None
    number: int = 0

    @property
    def spoken_ms(self) -> int:
        """How long the person speaks in it, in milliseconds; 0 where nobody knows, or nobody is meant."""
        name = self.person.name if self.person else ""
        return next((each.duration_ms for each in self.video.spoken if each.voice == name), 0)


@dataclass(frozen=True, slots=True)
class ListingEntry:
    """A speaker, an organization, a series, a topic or a year.

    Attributes:
        kind: of its list.
        name: as video.toml has it; of a year its digits, "" for videos without a date.
        slug: its name in addresses.
        organization: of a speaker, "" where unknown and in other lists.
        videos: newest first; those of a series by the numbers of their parts, then oldest first.
    """

    kind: ListingKind
    name: str
    slug: str
    organization: str
    videos: tuple[ListedVideo, ...]

    @property
    def is_indexable(self) -> bool:
        """False where search engines are asked to leave one of its videos out."""
        return all(each.video.visibility.is_indexable for each in self.videos)

    @property
    def spoken_ms(self) -> int:
        """How long a speaker speaks in all videos where that is known, in milliseconds."""
        return sum(each.spoken_ms for each in self.videos)


@dataclass(frozen=True, slots=True)
class Listing:
    """One list.

    Attributes:
        entries: by name; years newest first.
        by_slug: the entries that an address leads to, one or all that have its slug in common.
        by_name: each entry by its name and organization.
    """

    entries: tuple[ListingEntry, ...] = ()
    by_slug: Mapping[str, tuple[ListingEntry, ...]] = field(default_factory=dict)
    by_name: Mapping[tuple[str, str], ListingEntry] = field(default_factory=dict)

    def find(self, slug: str) -> tuple[ListingEntry, ...]:
        """The entries that an address leads to: none, one, or several that have its slug in common."""
        return self.by_slug.get(slug, ())

    def find_name(self, name: str, organization: str = "") -> ListingEntry | None:
        """The entry with that name, and of a speaker with that organization; None where there is none."""
        return self.by_name.get((name, organization))


Listings = Mapping[ListingKind, Listing]


class _Key(NamedTuple):
    """What makes two entries the same one."""

    name: str
    organization: str = ""


_Found = Iterable[tuple[_Key, ListedVideo]]


def build_listings(videos: Iterable[Video]) -> Listings:
    """All lists of some videos, which come newest first."""
    known = tuple(videos)
    return {kind: _build_listing(kind, known) for kind in LISTING_KINDS}


def speakers_of(video: Video) -> Iterator[Person]:
    """The people of a video who speak in it.

    Where its captions name nobody, these are all who video.toml has: nobody knows who of them speaks. A
    narrator who is no person is none.
    """
    voices = {each.voice for each in video.spoken}
    for person in video.people:
        if person.voice == "human" and (not voices or person.name in voices):
            yield person


def _build_listing(kind: ListingKind, videos: Iterable[Video]) -> Listing:
    found: dict[_Key, dict[str, ListedVideo]] = defaultdict(dict)
    for video in videos:
        for key, listed in _FINDERS[kind](video):
            found[key].setdefault(video.slug, listed)
    keys_by_slug: dict[str, list[_Key]] = defaultdict(list)
    for key in _sorted_keys(kind, found):
        keys_by_slug[_plain_slug(kind, key)].append(key)
    shared = {key for keys in keys_by_slug.values() if len(keys) > 1 for key in keys}
    entries = {
        key: _build_entry(kind, key, found[key].values(), is_shared=key in shared)
        for key in _sorted_keys(kind, found)
    }
    by_slug: dict[str, tuple[ListingEntry, ...]] = {
        _hashed_slug(kind, key): (entry,) for key, entry in entries.items()
    }
    by_slug |= {slug: tuple(entries[key] for key in keys) for slug, keys in keys_by_slug.items()}
    by_name = {(key.name, key.organization): entry for key, entry in entries.items()}
    return Listing(tuple(entries.values()), by_slug, by_name)


def _build_entry(
    kind: ListingKind, key: _Key, videos: Iterable[ListedVideo], *, is_shared: bool
) -> ListingEntry:
    slug = _hashed_slug(kind, key) if is_shared else _plain_slug(kind, key)
    ordered = sorted(videos, key=_by_part) if kind == "series" else videos
    return ListingEntry(kind, key.name, slug, key.organization, tuple(ordered))


def _sorted_keys(kind: ListingKind, keys: Iterable[_Key]) -> list[_Key]:
    if kind == "dates":
        return sorted(keys, reverse=True)
    return sorted(keys, key=lambda key: (_without_marks(key.name), key))


def _without_marks(name: str) -> str:
    """A name as it is sorted: without accents and capitals."""
    return "".join(char for char in normalize("NFKD", name) if not combining(char)).casefold()


def _by_part(listed: ListedVideo) -> tuple[bool, int, str, str]:
    return not listed.number, listed.number, listed.video.date, listed.video.slug


def _plain_slug(kind: ListingKind, key: _Key) -> str:
    return UNDATED_SLUG if kind == "dates" and not key.name else slugify_name(key.name)


def _hashed_slug(kind: ListingKind, key: _Key) -> str:
    return f"{_plain_slug(kind, key)}-{name_hash(*key)}"


def _find_speakers(video: Video) -> _Found:
    for person in speakers_of(video):
        yield _Key(person.name, person.organization), ListedVideo(video, person)


def _find_organizations(video: Video) -> _Found:
    names = [each.name for each in video.organizations]
    for name in (*names, *(person.organization for person in video.people if person.organization)):
        yield _Key(name), ListedVideo(video)


def _find_series(video: Video) -> _Found:
    for part in video.series:
        yield _Key(part.name), ListedVideo(video, number=part.number)


def _find_topics(video: Video) -> _Found:
    for topic in video.topics:
        yield _Key(topic), ListedVideo(video)


def _find_dates(video: Video) -> _Found:
    yield _Key(video.date[:_YEAR_CHARS]), ListedVideo(video)


_FINDERS: Mapping[ListingKind, Callable[[Video], _Found]] = {
    "speakers": _find_speakers,
    "organizations": _find_organizations,
    "series": _find_series,
    "topics": _find_topics,
    "dates": _find_dates,
}
