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
    translation_for,
)
from showcase.core.text.languages import same_language


@dataclass(frozen=True, slots=True)
class Text:
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


class NoticeTexts(NamedTuple):
    """A notice; `link` is what its link says, empty where there is none, and `url` where it leads."""

    title: Text
    text: Text
    link: Text
    url: str


class LinkText(NamedTuple):
    """A link with what it says."""

    label: Text
    url: str


class ChapterTexts(NamedTuple):
    """A chapter's title and what stands beside it."""

    title: Text
    note: Text


@dataclass(frozen=True, slots=True)
class VideoTexts:
    """A video for readers of a language.

    Attributes:
        reader: the language they read, a BCP 47 tag; "" for the original.
    """

    video: Video
    reader: str = ""

    @property
    def title(self) -> Text:
        """Its title."""
        return self._text(self.video.title, self._told.title)

    @property
    def heading(self) -> Text:
        """What is set large: its headline, else its title."""
        headline = self._text(self.video.headline, self._told.headline)
        return headline or self.title

    @property
    def kicker(self) -> Text:
        """The line above the summary."""
        return self._text(self.video.kicker, self._told.kicker)

    @property
    def summary(self) -> Text:
        """What it is about."""
        return self._text(self.video.summary, self._told.summary)

    @property
    def poster_alt(self) -> Text:
        """What is to be seen on its poster."""
        return self._text(self.video.poster_alt, self._told.poster_alt)

    @property
    def notice(self) -> NoticeTexts | None:
        """What must be known before it is played."""
        notice = self.video.notice
        return self._notice(notice, self._told.notice) if notice else None

    @property
    def links(self) -> list[LinkText]:
        """Where else to look."""
        labels = {link.url: link.label for link in self._told.links}
        return [self._link(link, labels.get(link.url, "")) for link in self.video.links]

    def person(self, name: str) -> Text:
        """What somebody is called."""
        called = self._person(name).called
        return self._text(name, called) if called else Text(name)

    def role(self, person: Person) -> Text:
        """What somebody does."""
        return self._text(person.role, self._person(person.name).role)

    def organization(self, name: str) -> Text:
        """What an organization is called."""
        return self._text(name, self._organization(name).called)

    def short(self, organization: Organization) -> Text:
        """What it is called in short."""
        return self._text(organization.short, self._organization(organization.name).short)

    def place(self, organization: Organization) -> Text:
        """Where it is."""
        return self._text(organization.place, self._organization(organization.name).place)

    def about(self, organization: Organization) -> Text:
        """What it does."""
        return self._text(organization.about, self._organization(organization.name).about)

    def chapter(self, chapter: Chapter) -> ChapterTexts:
        """A chapter; one without a translation is in the language of its track."""
        chapters = self._told.chapters
        found = next((each for each in chapters if each.start_ms == chapter.start_ms), None)
        if found:
            return self._chapter(found)
        tracks = (track.language for track in self.video.tracks if track.kind == "chapters")
        own = next(tracks, self.video.language)
        return ChapterTexts(Text(chapter.title, own), Text(chapter.note, own))

    def note(self, track: Track) -> Text:
        """What must be known of a track: to these readers, else to those of the track."""
        return next((note for note in self._notes(track) if note), Text(""))

    def _notes(self, track: Track) -> Iterator[Text]:
        own = self.video.language
        original = Text(track.note, own)
        if not self.reader or same_language(self.reader, own):
            yield original
        for reader in (self.reader, track.language):
            told = translation_for(self.video.translations, own, reader)
            notes = (each.note for each in told.tracks if each.file == track.file) if told else ()
            yield Text(next(iter(notes), ""), told.language if told else "")
        yield original

    @property
    def _told(self) -> VideoTranslation:
        """The translation for these readers; an empty one where there is none."""
        video = self.video
        found = translation_for(video.translations, video.language, self.reader)
        return found or VideoTranslation(video.language)

    def _text(self, original: str, translated: str) -> Text:
        if original and translated:
            return Text(translated, self._told.language)
        return Text(original, self.video.language)

    def _notice(self, notice: Notice, told: NoticeTranslation) -> NoticeTexts:
        label, url = (notice.link.label, notice.link.url) if notice.link else ("", "")
        return NoticeTexts(
            self._text(notice.title, told.title),
            self._text(notice.text, told.text),
            self._text(label, told.link),
            url,
        )

    def _link(self, link: Link, label: str) -> LinkText:
        return LinkText(self._text(link.label, label), link.url)

    def _person(self, name: str) -> PersonTranslation:
        people = (each for each in self._told.people if each.name == name)
        return next(people, PersonTranslation(name))

    def _organization(self, name: str) -> OrganizationTranslation:
        named = (each for each in self._told.organizations if each.name == name)
        return next(named, OrganizationTranslation(name))

    def _chapter(self, found: ChapterTranslation) -> ChapterTexts:
        language = self._told.language
        return ChapterTexts(Text(found.title, language), Text(found.note, language))


@dataclass(frozen=True, slots=True)
class SiteTexts:
    """The showcase for readers of a language; where it does not say its own, its texts have none.

    Attributes:
        reader: the language they read, a BCP 47 tag; "" for the original.
    """

    site: Site
    reader: str = ""

    @property
    def name(self) -> Text:
        """What it is called."""
        return self._text(self.site.name, self._told.name)

    @property
    def closing(self) -> Text:
        """The last words of every page."""
        return self._text(self.site.closing, self._told.closing)

    @property
    def small_print(self) -> Text:
        """What stands below them."""
        return self._text(self.site.small_print, self._told.small_print)

    @property
    def links(self) -> list[LinkText]:
        """Where else to look."""
        labels = {link.url: link.label for link in self._told.links}
        return [
            LinkText(self._text(link.label, labels.get(link.url, "")), link.url)
            for link in self.site.links
        ]

    @property
    def _told(self) -> SiteTranslation:
        found = translation_for(self.site.translations, self.site.language, self.reader)
        return found or SiteTranslation(self.site.language)

    def _text(self, original: str, translated: str) -> Text:
        if original and translated:
            return Text(translated, self._told.language)
        return Text(original, self.site.language)
