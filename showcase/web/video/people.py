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
class ParticipantEntry:
    """An organization, or a person who belongs to no listed organization.

    Attributes:
        url: of its website, "" if there is none.
        details: rows of what belongs together: a person and their role.
        about: a sentence about it, empty if there is none.
        times: when it starts to speak, at most MAX_TIME_COUNT; none where the transcript has no times.
    """

    name: LocalizedText
    url: str
    details: list[list[LocalizedText]]
    about: LocalizedText
    times: list[SpeakingTime]


@dataclass(frozen=True, slots=True)
class SpeakingTimeline:
    """When each voice of a video speaks.

    Attributes:
        passages: of the transcript that is shown.
        language: `?lang=` of links to those passages, "" for the video's own language.
    """

    texts: LocalizedVideo
    passages: Sequence[Passage]
    language: str
    urls: UrlBuilder

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
    people = [(texts.person(person.name), texts.role(person)) for person in members]
    return ParticipantEntry(
        name=texts.organization(organization.name),
        url=organization.url,
        details=_known_details((texts.short(organization),), (texts.place(organization),), *people),
        about=texts.about(organization),
        times=timeline.times({person.name for person in members}),
    )


def _person_entry(timeline: SpeakingTimeline, person: Person) -> ParticipantEntry:
    texts = timeline.texts
    details = _known_details((texts.role(person), texts.organization(person.organization)))
    return ParticipantEntry(
        texts.person(person.name), "", details, LocalizedText(""), timeline.times({person.name})
    )


def _known_details(*details: tuple[LocalizedText, ...]) -> list[list[LocalizedText]]:
    """The details without empty texts and rows."""
    known = [[part for part in detail if part] for detail in details]
    return [detail for detail in known if detail]
