"""`video.es.toml` and `site.es.toml`: what stands in `video.toml` and `site.toml`, in another language.

They hold only what differs, under the same names. Entries of a list are known by what they are in the
original: people and organizations by their name, links by their address, tracks by their file.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Any, Generic, TypeVar, cast

from showcase.core.catalog.models import Link, Site
from showcase.core.catalog.translations import (
    LinkTranslation,
    NoticeTranslation,
    OrganizationTranslation,
    PersonTranslation,
    SiteTranslation,
    TrackTranslation,
    VideoTranslation,
)
from showcase.errors import Fault
from showcase.store.ingest.toml_lines import KeyPath
from showcase.store.ingest.toml_schema import Shape, TomlFile, by_name, needed, table, tables, text
from showcase.store.ingest.track_files import no_such_track
from showcase.store.ingest.video_toml import VideoToml

T = TypeVar("T")

_SITE = ("name", "closing", "small_print")
_TEXTS = ("title", "headline", "kicker", "summary", "poster_alt")
# Said once, for all languages.
_ONCE = ("language", "author", "date", "duration", "source", "poster", "quotes")


@dataclass(frozen=True, slots=True)
class ReadTranslation(Generic[T]):
    """A translation that was read.

    Attributes:
        translation: None when there are faults.
        faults: everything that is wrong in it.
        notes: what it lacks, and what it has too much.
    """

    translation: T | None
    faults: tuple[Fault, ...] = ()
    notes: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class Original:
    """What is translated: what `video.toml` says, in which language, beside which caption files."""

    said: VideoToml
    language: str
    tracks: Collection[str] = ()


def read_video_translation(
    content: str, place: str, language: str, original: Original
) -> ReadTranslation[VideoTranslation]:
    """Read a `video.es.toml`; `place` is its path in faults."""
    file = TomlFile(content, place)
    said = original.said
    read = _read(file, _video_shape(original))
    if not isinstance(read, VideoTranslation):
        return ReadTranslation(None, tuple(file.faults))
    notes = [*_surplus(said, read, file), *_missing(said, read, original.language, file)]
    return ReadTranslation(replace(read, language=language), notes=tuple(notes))


def read_site_translation(
    content: str, place: str, language: str, site: Site
) -> ReadTranslation[SiteTranslation]:
    """Read a `site.es.toml`; `site` is what site.toml says."""
    file = TomlFile(content, place)
    read = _read(file, _site_shape(site))
    if not isinstance(read, SiteTranslation):
        return ReadTranslation(None, tuple(file.faults))
    lacks = [f'"{key}"' for key in _SITE if getattr(site, key) and not getattr(read, key)]
    lacks += _lacks_of_links(site.links, read.links)
    notes = [_lack(lacks, "the language of site.toml", file)] if lacks else []
    return ReadTranslation(replace(read, language=language), notes=tuple(notes))


def _read(file: TomlFile, shape: Shape) -> object:
    """What a file says, None when anything in it is wrong."""
    values = file.values()
    read = None if file.faults else shape(values, (), file)
    return None if file.faults else read


def _video_shape(original: Original) -> Shape:
    said = original.said
    people = [person.name for person in said.people]
    organizations = [organization.name for organization in said.organizations]
    link = {"label": needed, "url": _once}
    notice = {"title": text, "text": text, "link": table(_only, link, "label")}
    note = {"note": needed, "label": _once}
    return table(
        _make_video,
        {
            **dict.fromkeys(_TEXTS, text),
            "notice": table(NoticeTranslation, notice),
            "links": _links_shape(said.links, "video.toml"),
            "people": _entries_shape(PersonTranslation, people, ("called", "role"), "organization"),
            "organizations": _entries_shape(
                OrganizationTranslation, organizations, ("called", "short", "place", "about"), "url"
            ),
            "tracks": _tracks_shape(table(_only, note, "note"), original.tracks),
            **dict.fromkeys(_ONCE, _once),
        },
    )


def _site_shape(site: Site) -> Shape:
    return table(
        lambda **said: SiteTranslation("", **said),
        {
            **dict.fromkeys(_SITE, text),
            "links": _links_shape(site.links, "site.toml"),
            "language": _once,
        },
    )


def _make_video(tracks: Mapping[str, str] | None = None, **said: Any) -> VideoTranslation:  # noqa: ANN401 - each of its own type
    notes = tuple(TrackTranslation(file, note) for file, note in (tracks or {}).items())
    return VideoTranslation("", tracks=notes, **said)


def _only(**said: str) -> str:
    """Of a table that says one thing, that."""
    return next(iter(said.values()))


def _links_shape(links: Iterable[Link], original: str) -> Shape:
    known = _known([link.url for link in links], original, "the label that it has here as label")
    return tables(table(LinkTranslation, {"url": known, "label": needed}, "url", "label"))


def _entries_shape(
    make: type, names: Collection[str], translated: Iterable[str], once: str
) -> Shape:
    """Entries that are known by their names."""
    name = _known(names, "video.toml", "what this language calls it as called")
    return tables(
        table(make, {"name": name, **dict.fromkeys(translated, text), once: _once}, "name")
    )


def _tracks_shape(one: Shape, names: Collection[str]) -> Shape:
    """Notes under the names of caption files that are there."""
    read_named = by_name(one)

    def read_tracks(value: object, path: KeyPath, file: TomlFile) -> object:
        strangers = [name for name in value if name not in names] if isinstance(value, dict) else []
        for name in strangers:
            file.wrong((*path, name), no_such_track(name, names))
        return read_named(value, path, file)

    return read_tracks


def _known(names: Collection[str], original: str, here: str) -> Shape:
    """A name that the original has, too."""

    def read_known(value: object, path: KeyPath, file: TomlFile) -> str | None:
        read = needed(value, path, file)
        if not read or read in names:
            return read
        alike = get_close_matches(read, names, n=1)
        guess = f' (did you mean "{alike[0]}"?)' if alike else ""
        file.wrong(path, f'"{read}" is not in {original}{guess}: write it as there, and {here}.')
        return None

    return read_known


def _once(_value: object, path: KeyPath, file: TomlFile) -> None:
    """A key that is the same in every language."""
    file.wrong(
        path, f'"{path[-1]}" is the same in every language: it stands in the original; take it out.'
    )


def _surplus(said: VideoToml, told: VideoTranslation, file: TomlFile) -> Iterator[Fault]:
    """What it has and the original has not."""
    surplus = [key for key in _TEXTS if getattr(told, key) and not getattr(said, key)]
    if told.notice != NoticeTranslation() and not said.notice:
        surplus.append("notice")
    for key in surplus:
        message = f'video.toml has no "{key}", so this is not shown: add it there, or take it out.'
        yield Fault(file.place((key,)), message)


def _missing(said: VideoToml, told: VideoTranslation, own: str, file: TomlFile) -> Iterator[Fault]:
    """What the original has and it has not, in one sentence."""
    lacks = [f'"{key}"' for key in _TEXTS if getattr(said, key) and not getattr(told, key)]
    lacks += [*_lacks_of_notice(said, told), *_lacks_of_lists(said, told)]
    if lacks:
        yield _lack(lacks, own, file)


def _lack(lacks: Iterable[str], own: str, file: TomlFile) -> Fault:
    return Fault(file.place(()), f"It lacks {', '.join(lacks)}: that is shown in {own}.")


def _lacks_of_notice(said: VideoToml, told: VideoTranslation) -> Iterator[str]:
    if said.notice:
        lacks = [key for key in ("title", "text") if not getattr(told.notice, key)]
        lacks += ["link"] if said.notice.link and not told.notice.link else []
        yield from (f'"{key}" of the notice' for key in lacks)


def _lacks_of_lists(said: VideoToml, told: VideoTranslation) -> Iterator[str]:
    yield from _lacks_of_links(said.links, told.links)
    yield from _lacks_of(said.people, told.people, ("role",))
    yield from _lacks_of(said.organizations, told.organizations, ("place", "about"))
    files = {track.file for track in told.tracks}
    for name, words in said.tracks.items():
        if words.note and name not in files:
            yield f'"note" of {name}'


def _lacks_of_links(said: Iterable[Link], told: Iterable[LinkTranslation]) -> Iterator[str]:
    urls = {link.url for link in told}
    yield from (f'"label" of {link.url}' for link in said if link.url not in urls)


def _lacks_of(said: Iterable[object], told: Iterable[object], keys: Iterable[str]) -> Iterator[str]:
    """What entries that are known by their names lack."""
    translated = {cast("Any", entry).name: entry for entry in told}
    for entry in said:
        name = cast("Any", entry).name
        for key in keys:
            if getattr(entry, key) and not getattr(translated.get(name), key, ""):
                yield f'"{key}" of "{name}"'
