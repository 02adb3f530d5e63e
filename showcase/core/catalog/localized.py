"""The texts of a video and of the site for readers of a language; each text knows which language it is in.

Where a translation lacks a text, that of the original is used, and pages mark its language with `lang`
(WCAG 2.2, 3.1.2). Names of people have no language.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from showcase.core.catalog.licenses import License
from showcase.core.catalog.models import Chapter, Link, Notice, Organization, Person, Track, Video
from showcase.core.catalog.site_catalog import Site
from showcase.core.catalog.translations import (
    ChapterTranslation,
    NameTranslation,
    NoticeTranslation,
    OrganizationTranslation,
    PersonTranslation,
    SiteTranslation,
    VideoTranslation,
    find_translation,
)
from showcase.core.text.languages import same_language


@dataclass(frozen=True, slots=True)
class LocalizedText:
    """A text with its language. `str()` of it is the text; it is false when the text is empty.

    Attributes:
        language: BCP 47 tag; "" where it is unknown or the text has none.
    """

    text: str
    language: str = ""

    def __str__(self) -> str:
        """The text alone."""
        return self.text

    def __bool__(self) -> bool:
        """False when the text is empty."""
        return bool(self.text)


class LocalizedNotice(NamedTuple):
    """A notice; `link` and `url` are the text and the address of its link, empty where there is none."""

    title: LocalizedText
    text: LocalizedText
    link: LocalizedText
    url: str


class LocalizedLink(NamedTuple):
    """A link with its text."""

    label: LocalizedText
    url: str


class LocalizedChapter(NamedTuple):
    """The title of a chapter and the note beside it."""

    title: LocalizedText
    note: LocalizedText


@dataclass(frozen=True, slots=True)
class LocalizedVideo:
    """The texts of a video for readers of a language.

    Attributes:
        video: the original.
        reader: the language of the readers, a BCP 47 tag; "" for the original.
    """

    video: Video
    reader: str = ""

    @property
    def title(self) -> LocalizedText:
        """The title."""
        return self._localize_text(self.video.title, self._translation.title)

    @property
    def heading(self) -> LocalizedText:
        """The headline, or the title where there is none."""
        headline = self._localize_text(self.video.headline, self._translation.headline)
        return headline or self.title

    @property
    def kicker(self) -> LocalizedText:
        """The line above the summary."""
        return self._localize_text(self.video.kicker, self._translation.kicker)

    @property
    def summary(self) -> LocalizedText:
        """The summary."""
        return self._localize_text(self.video.summary, self._translation.summary)

    @property
    def poster_alt(self) -> LocalizedText:
        """The alternative text of the poster."""
        return self._localize_text(self.video.poster_alt, self._translation.poster_alt)

    @property
    def rights(self) -> LocalizedText:
        """Who has the rights, and what others may do."""
        return self._localize_text(self.video.rights, self._translation.rights)

    @property
    def notice(self) -> LocalizedNotice | None:
        """The notice, None where there is none."""
        notice = self.video.notice
        return self._localize_notice(notice, self._translation.notice) if notice else None

    @property
    def links(self) -> list[LocalizedLink]:
        """The links of the video."""
        return [self.link(link) for link in self.video.links]

    def person(self, name: str) -> LocalizedText:
        """The name of a person: translated where the translation has one, else without a language."""
        called = self._person_translation(name).called
        return self._localize_text(name, called) if called else LocalizedText(name)

    def role(self, person: Person) -> LocalizedText:
        """The role of a person."""
        return self._localize_text(person.role, self._person_translation(person.name).role)

    def portrait_alt(self, person: Person) -> LocalizedText:
        """What the portrait of a person shows."""
        return self._localize_text(
            person.portrait_alt, self._person_translation(person.name).portrait_alt
        )

    def link(self, link: Link) -> LocalizedLink:
        """A link of the video, or of a person of it."""
        labels = {each.url: each.label for each in self._translation.links}
        return self._localize_link(link, labels.get(link.url, ""))

    def series(self, name: str) -> LocalizedText:
        """The name of a series."""
        return self._localize_name(name, self._translation.series)

    def topic(self, name: str) -> LocalizedText:
        """The name of a topic."""
        return self._localize_name(name, self._translation.topics)

    def organization(self, name: str) -> LocalizedText:
        """The full name of an organization."""
        return self._localize_text(name, self._organization_translation(name).called)

    def short(self, organization: Organization) -> LocalizedText:
        """The short name of an organization."""
        return self._localize_text(
            organization.short, self._organization_translation(organization.name).short
        )

    def place(self, organization: Organization) -> LocalizedText:
        """Where an organization is."""
        return self._localize_text(
            organization.place, self._organization_translation(organization.name).place
        )

    def about(self, organization: Organization) -> LocalizedText:
        """What an organization does."""
        return self._localize_text(
            organization.about, self._organization_translation(organization.name).about
        )

    def chapter(self, chapter: Chapter) -> LocalizedChapter:
        """The texts of a chapter; without a translation, they are in the language of the chapter track."""
        chapters = self._translation.chapters
        found = next((each for each in chapters if each.start_ms == chapter.start_ms), None)
        if found:
            return self._localize_chapter(found)
        tracks = (track.language for track in self.video.tracks if track.kind == "chapters")
        own = next(tracks, self.video.language)
        return LocalizedChapter(LocalizedText(chapter.title, own), LocalizedText(chapter.note, own))

    def note(self, track: Track) -> LocalizedText:
        """The note of a track for these readers, else for those of its language, else the original."""
        return next((note for note in self._notes(track) if note), LocalizedText(""))

    def _notes(self, track: Track) -> Iterator[LocalizedText]:
        own = self.video.language
        original = LocalizedText(track.note, own)
        if not self.reader or same_language(self.reader, own):
            yield original
        for reader in (self.reader, track.language):
            found = find_translation(self.video.translations, own, reader)
            notes = (each.note for each in found.tracks if each.file == track.file) if found else ()
            yield LocalizedText(next(iter(notes), ""), found.language if found else "")
        yield original

    @property
    def _translation(self) -> VideoTranslation:
        """The translation for these readers, an empty one where there is none."""
        video = self.video
        found = find_translation(video.translations, video.language, self.reader)
        return found or VideoTranslation(video.language)

    def _localize_text(self, original: str, translated: str) -> LocalizedText:
        if original and translated:
            return LocalizedText(translated, self._translation.language)
        return LocalizedText(original, self.video.language)

    def _localize_name(self, name: str, called: Iterable[NameTranslation]) -> LocalizedText:
        return self._localize_text(name, next((e.called for e in called if e.name == name), ""))

    def _localize_notice(self, notice: Notice, translation: NoticeTranslation) -> LocalizedNotice:
        label, url = (notice.link.label, notice.link.url) if notice.link else ("", "")
        return LocalizedNotice(
            self._localize_text(notice.title, translation.title),
            self._localize_text(notice.text, translation.text),
            self._localize_text(label, translation.link),
            url,
        )

    def _localize_link(self, link: Link, label: str) -> LocalizedLink:
        return LocalizedLink(self._localize_text(link.label, label), link.url)

    def _person_translation(self, name: str) -> PersonTranslation:
        people = (each for each in self._translation.people if each.name == name)
        return next(people, PersonTranslation(name))

    def _organization_translation(self, name: str) -> OrganizationTranslation:
        named = (each for each in self._translation.organizations if each.name == name)
        return next(named, OrganizationTranslation(name))

    def _localize_chapter(self, found: ChapterTranslation) -> LocalizedChapter:
        language = self._translation.language
        return LocalizedChapter(
            LocalizedText(found.title, language), LocalizedText(found.note, language)
        )


@dataclass(frozen=True, slots=True)
class LocalizedSite:
    """The texts of the site for readers of a language. Where site.toml names no language, they have none.

    Attributes:
        site: the original.
        reader: the language of the readers, a BCP 47 tag; "" for the original.
    """

    site: Site
    reader: str = ""

    @property
    def name(self) -> LocalizedText:
        """The name of the site."""
        return self._localize_text(self.site.name, self._translation.name)

    @property
    def tagline(self) -> LocalizedText:
        """What the site is, in a sentence."""
        return self._localize_text(self.site.tagline, self._translation.tagline)

    @property
    def license(self) -> License | None:
        """The license of these texts; None where nothing is said."""
        return self.site.license

    @property
    def card_art_alt(self) -> LocalizedText:
        """What the picture on cards shows."""
        return self._localize_text(self.site.card_art_alt, self._translation.card_art_alt)

    @property
    def closing(self) -> LocalizedText:
        """The last text of every page."""
        return self._localize_text(self.site.closing, self._translation.closing)

    @property
    def small_print(self) -> LocalizedText:
        """The small print below it."""
        return self._localize_text(self.site.small_print, self._translation.small_print)

    @property
    def links(self) -> list[LocalizedLink]:
        """The links of the site."""
        labels = {link.url: link.label for link in self._translation.links}
        return [
            LocalizedLink(self._localize_text(link.label, labels.get(link.url, "")), link.url)
            for link in self.site.links
        ]

    @property
    def _translation(self) -> SiteTranslation:
        found = find_translation(self.site.translations, self.site.language, self.reader)
        return found or SiteTranslation(self.site.language)

    def _localize_text(self, original: str, translated: str) -> LocalizedText:
        if original and translated:
            return LocalizedText(translated, self._translation.language)
        return LocalizedText(original, self.site.language)
