"""The texts of a video and of the showcase as readers of a language see them, each with its own language.

What a translation lacks stays in the language of the original, and a page says so in `lang` (WCAG 2.2,
3.1.2). Names of people are nobody's language.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from showcase.core.catalog.models import (
    Chapter,
    Link,
    Notice,
    Organization,
    Person,
    Site,
    Track,
    Video,
)
from showcase.core.catalog.translations import (
    ChapterTranslation,
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
    """A text that knows its language: it is written like any text, and false when it is empty.

    Attributes:
        language: BCP 47 tag; "" where it is unknown, or none.
    """

    text: str
    language: str = ""

    def __str__(self) -> str:
        """The text alone."""
        return self.text

    def __bool__(self) -> bool:
        """Is there any text?"""
        return bool(self.text)


class LocalizedNotice(NamedTuple):
    """A notice; `link` is what its link says, empty where there is none, and `url` where it leads."""

    title: LocalizedText
    text: LocalizedText
    link: LocalizedText
    url: str


class LocalizedLink(NamedTuple):
    """A link with what it says."""

    label: LocalizedText
    url: str


class LocalizedChapter(NamedTuple):
    """A chapter's title and what stands beside it."""

    title: LocalizedText
    note: LocalizedText


@dataclass(frozen=True, slots=True)
class LocalizedVideo:
    """A video for readers of a language.

    Attributes:
        reader: the language they read, a BCP 47 tag; "" for the original.
    """

    video: Video
    reader: str = ""

    @property
    def title(self) -> LocalizedText:
        """Its title."""
        return self._localize_text(self.video.title, self._translation.title)

    @property
    def heading(self) -> LocalizedText:
        """What is set large: its headline, else its title."""
        headline = self._localize_text(self.video.headline, self._translation.headline)
        return headline or self.title

    @property
    def kicker(self) -> LocalizedText:
        """The line above the summary."""
        return self._localize_text(self.video.kicker, self._translation.kicker)

    @property
    def summary(self) -> LocalizedText:
        """What it is about."""
        return self._localize_text(self.video.summary, self._translation.summary)

    @property
    def poster_alt(self) -> LocalizedText:
        """What is to be seen on its poster."""
        return self._localize_text(self.video.poster_alt, self._translation.poster_alt)

    @property
    def notice(self) -> LocalizedNotice | None:
        """What must be known before it is played."""
        notice = self.video.notice
        return self._localize_notice(notice, self._translation.notice) if notice else None

    @property
    def links(self) -> list[LocalizedLink]:
        """Where else to look."""
        labels = {link.url: link.label for link in self._translation.links}
        return [self._localize_link(link, labels.get(link.url, "")) for link in self.video.links]

    def person(self, name: str) -> LocalizedText:
        """What somebody is called."""
        called = self._person_translation(name).called
        return self._localize_text(name, called) if called else LocalizedText(name)

    def role(self, person: Person) -> LocalizedText:
        """What somebody does."""
        return self._localize_text(person.role, self._person_translation(person.name).role)

    def organization(self, name: str) -> LocalizedText:
        """What an organization is called."""
        return self._localize_text(name, self._organization_translation(name).called)

    def short(self, organization: Organization) -> LocalizedText:
        """What it is called in short."""
        return self._localize_text(
            organization.short, self._organization_translation(organization.name).short
        )

    def place(self, organization: Organization) -> LocalizedText:
        """Where it is."""
        return self._localize_text(
            organization.place, self._organization_translation(organization.name).place
        )

    def about(self, organization: Organization) -> LocalizedText:
        """What it does."""
        return self._localize_text(
            organization.about, self._organization_translation(organization.name).about
        )

    def chapter(self, chapter: Chapter) -> LocalizedChapter:
        """A chapter; one without a translation is in the language of its track."""
        chapters = self._translation.chapters
        found = next((each for each in chapters if each.start_ms == chapter.start_ms), None)
        if found:
            return self._localize_chapter(found)
        tracks = (track.language for track in self.video.tracks if track.kind == "chapters")
        own = next(tracks, self.video.language)
        return LocalizedChapter(LocalizedText(chapter.title, own), LocalizedText(chapter.note, own))

    def note(self, track: Track) -> LocalizedText:
        """What must be known of a track: to these readers, else to those of the track."""
        return next((note for note in self._notes(track) if note), LocalizedText(""))

    def _notes(self, track: Track) -> Iterator[LocalizedText]:
        own = self.video.language
        original = LocalizedText(track.note, own)
        if not self.reader or same_language(self.reader, own):
            yield original
        for reader in (self.reader, track.language):
            told = find_translation(self.video.translations, own, reader)
            notes = (each.note for each in told.tracks if each.file == track.file) if told else ()
            yield LocalizedText(next(iter(notes), ""), told.language if told else "")
        yield original

    @property
    def _translation(self) -> VideoTranslation:
        """The translation for these readers; an empty one where there is none."""
        video = self.video
        found = find_translation(video.translations, video.language, self.reader)
        return found or VideoTranslation(video.language)

    def _localize_text(self, original: str, translated: str) -> LocalizedText:
        if original and translated:
            return LocalizedText(translated, self._translation.language)
        return LocalizedText(original, self.video.language)

    def _localize_notice(self, notice: Notice, told: NoticeTranslation) -> LocalizedNotice:
        label, url = (notice.link.label, notice.link.url) if notice.link else ("", "")
        return LocalizedNotice(
            self._localize_text(notice.title, told.title),
            self._localize_text(notice.text, told.text),
            self._localize_text(label, told.link),
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
    """The showcase for readers of a language; where it does not say its own, its texts have none.

    Attributes:
        reader: the language they read, a BCP 47 tag; "" for the original.
    """

    site: Site
    reader: str = ""

    @property
    def name(self) -> LocalizedText:
        """What it is called."""
        return self._localize_text(self.site.name, self._translation.name)

    @property
    def closing(self) -> LocalizedText:
        """The last words of every page."""
        return self._localize_text(self.site.closing, self._translation.closing)

    @property
    def small_print(self) -> LocalizedText:
        """What stands below them."""
        return self._localize_text(self.site.small_print, self._translation.small_print)

    @property
    def links(self) -> list[LocalizedLink]:
        """Where else to look."""
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
