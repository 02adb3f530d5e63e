"""Who speaks in a video and who is named: organizations with their people, each with their times."""

from collections.abc import Sequence
from dataclasses import dataclass

from showcase.core.catalog.localized import LocalizedText, LocalizedVideo
from showcase.core.catalog.models import Organization, Person
from showcase.core.timing.moments import Moment
from showcase.core.timing.timecodes import format_seconds
from showcase.core.transcript.passages import Passage
from showcase.web.context.urls import UrlBuilder
from showcase.web.i18n.formatting import localized_clock

# A narrator begins to speak again and again; the first times are enough to find them by.
MAX_TIME_COUNT = 6


@dataclass(frozen=True, slots=True)
class SpeakingTime:
    """When somebody begins to speak."""

    clock: str
    start: str
    href: str
    speaker: LocalizedText


@dataclass(frozen=True, slots=True)
class ParticipantEntry:
    """An organization, or a person who speaks for none that is listed.

    Attributes:
        details: in rows of what belongs together: a person and what they do.
    """

    name: LocalizedText
    url: str
    details: list[list[LocalizedText]]
    about: LocalizedText
    times: list[SpeakingTime]


@dataclass(frozen=True, slots=True)
class SpeakingTimeline:
    """Where in a video somebody speaks; `language` is what links say of its passages."""

    texts: LocalizedVideo
    passages: Sequence[Passage]
    language: str
    urls: UrlBuilder

    def times(self, voices: set[str]) -> list[SpeakingTime]:
        """When any of these voices begins to speak."""
        begun = (passage for passage in self.passages if passage.new_turn)
        spoken = [passage for passage in begun if passage.voice in voices]
        return [self._time(passage) for passage in spoken[:MAX_TIME_COUNT]]

    def _time(self, passage: Passage) -> SpeakingTime:
        moment = Moment(passage.start_ms)
        return SpeakingTime(
            clock=localized_clock(passage.start_ms),
            start=format_seconds(passage.start_ms),
            href=self.urls.video(
                self.texts.video.slug, moment, anchor=passage.key, lang=self.language
            ),
            speaker=self.texts.person(passage.voice or ""),
        )


def build_people(spoken: SpeakingTimeline) -> list[ParticipantEntry]:
    """Organizations, those that speak first, then people who belong to none of them."""
    video = spoken.texts.video
    listed = {organization.name for organization in video.organizations}
    alone = [person for person in video.people if person.organization not in listed]
    entries = [_organization_entry(spoken, organization) for organization in video.organizations]
    people = [_person_entry(spoken, person) for person in alone]
    return [*sorted(entries, key=lambda entry: not entry.times), *people]


def _organization_entry(spoken: SpeakingTimeline, organization: Organization) -> ParticipantEntry:
    texts = spoken.texts
    members = [p for p in texts.video.people if p.organization == organization.name]
    people = [(texts.person(person.name), texts.role(person)) for person in members]
    return ParticipantEntry(
        name=texts.organization(organization.name),
        url=organization.url,
        details=_known_details((texts.short(organization),), (texts.place(organization),), *people),
        about=texts.about(organization),
        times=spoken.times({person.name for person in members}),
    )


def _person_entry(spoken: SpeakingTimeline, person: Person) -> ParticipantEntry:
    texts = spoken.texts
    details = _known_details((texts.role(person), texts.organization(person.organization)))
    return ParticipantEntry(
        texts.person(person.name), "", details, LocalizedText(""), spoken.times({person.name})
    )


def _known_details(*details: tuple[LocalizedText, ...]) -> list[list[LocalizedText]]:
    """Those details of which something is known."""
    known = [[part for part in detail if part] for detail in details]
    return [detail for detail in known if detail]
