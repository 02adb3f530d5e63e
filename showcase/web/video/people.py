"""The people and organizations of a video, each with the times at which they start to speak."""

from collections.abc import Sequence
from dataclasses import dataclass

from showcase.core.catalog.localized import LocalizedText, LocalizedVideo
from showcase.core.catalog.models import Organization, Person
from showcase.core.timing.moments import Moment
from showcase.core.timing.timecodes import format_seconds
from showcase.core.transcript.passages import Passage
from showcase.web.context.urls import UrlBuilder
from showcase.web.i18n.formatting import moment_clock
from showcase.web.listings.entry_links import EntryHrefFunction, no_entry_href

# A narrator starts to speak again and again; the first times are enough to find them.
MAX_TIME_COUNT = 6


@dataclass(frozen=True, slots=True)
class SpeakingTime:
    """When somebody starts to speak.

    Attributes:
        clock: as visitors read it: "1:52".
        start: seconds, as the page's scripts read them.
    """

    clock: str
    start: str
    href: str
    speaker: LocalizedText


@dataclass(frozen=True, slots=True)
class LinkedText:
    """A text with its language, a BCP 47 tag, and where it leads; "" for nowhere."""

    text: LocalizedText
    href: str = ""

    def __str__(self) -> str:
        """The text alone."""
        return str(self.text)


@dataclass(frozen=True, slots=True)
class ParticipantEntry:
    """An organization, or a person who belongs to no listed organization.

    Attributes:
        url: of its website, "" if there is none.
        details: rows of what belongs together: a person and their role.
        about: a sentence about it, empty if there is none.
        times: when it starts to speak, at most MAX_TIME_COUNT; none where the transcript has no times.
        all_href: the page of all videos that it, or the person, is in; "" for none.
    """

    name: LocalizedText
    url: str
    details: list[list[LinkedText]]
    about: LocalizedText
    times: list[SpeakingTime]
    all_href: str


@dataclass(frozen=True, slots=True)
class SpeakingTimeline:
    """When each voice of a video speaks.

    Attributes:
        passages: of the transcript that is shown.
        language: `?lang=` of links to those passages, "" for the video's own language.
        find_href: finds the page of an entry of a list, by name and organization; "" for none.
    """

    texts: LocalizedVideo
    passages: Sequence[Passage]
    language: str
    urls: UrlBuilder
    find_href: EntryHrefFunction = no_entry_href

    def times(self, voices: set[str]) -> list[SpeakingTime]:
        """When any of these voices starts to speak, at most MAX_TIME_COUNT."""
        turns = (passage for passage in self.passages if passage.new_turn)
        spoken = [
            (passage, Moment(passage.moment.start_ms))
            for passage in turns
            if passage.voice in voices and passage.moment
        ]
        return [self._time(*each) for each in spoken[:MAX_TIME_COUNT]]

    def _time(self, passage: Passage, moment: Moment) -> SpeakingTime:
        return SpeakingTime(
            clock=moment_clock(moment),
            start=format_seconds(moment.start_ms),
            href=self.urls.video(
                self.texts.video.slug, moment, anchor=passage.key, lang=self.language
            ),
            speaker=self.texts.person(passage.voice or ""),
        )


def build_people(timeline: SpeakingTimeline) -> list[ParticipantEntry]:
    """The organizations, first those that speak, then the people who belong to none of them."""
    video = timeline.texts.video
    listed = {organization.name for organization in video.organizations}
    independent = [person for person in video.people if person.organization not in listed]
    entries = [_organization_entry(timeline, organization) for organization in video.organizations]
    people = [_person_entry(timeline, person) for person in independent]
    return [*sorted(entries, key=lambda entry: not entry.times), *people]


def _organization_entry(timeline: SpeakingTimeline, organization: Organization) -> ParticipantEntry:
    texts = timeline.texts
    members = [p for p in texts.video.people if p.organization == organization.name]
    people = [
        (
            LinkedText(texts.person(each.name), _person_href(timeline, each)),
            _plain(texts.role(each)),
        )
        for each in members
    ]
    return ParticipantEntry(
        name=texts.organization(organization.name),
        url=organization.url,
        details=_known_details(
            (_plain(texts.short(organization)),), (_plain(texts.place(organization)),), *people
        ),
        about=texts.about(organization),
        times=timeline.times({person.name for person in members}),
        all_href=timeline.find_href("organizations", organization.name, ""),
    )


def _person_entry(timeline: SpeakingTimeline, person: Person) -> ParticipantEntry:
    texts = timeline.texts
    organization = texts.organization(person.organization)
    details = _known_details((_plain(texts.role(person)), _plain(organization)))
    return ParticipantEntry(
        name=texts.person(person.name),
        url="",
        details=details,
        about=LocalizedText(""),
        times=timeline.times({person.name}),
        all_href=_person_href(timeline, person),
    )


def _person_href(timeline: SpeakingTimeline, person: Person) -> str:
    return timeline.find_href("speakers", person.name, person.organization)


def _plain(text: LocalizedText) -> LinkedText:
    return LinkedText(text)


def _known_details(*details: tuple[LinkedText, ...]) -> list[list[LinkedText]]:
    """The details without empty texts and rows."""
    known = [[part for part in detail if part.text] for detail in details]
    return [detail for detail in known if detail]
