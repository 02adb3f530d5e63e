"""Who speaks in a video and who is named: organizations with their people, each with their times."""

from collections.abc import Sequence
from dataclasses import dataclass

from showcase.core.catalog.localized import Text, VideoTexts
from showcase.core.catalog.models import Organization, Person
from showcase.core.timing.moments import Moment
from showcase.core.timing.timecodes import format_seconds
from showcase.core.transcript.passages import Passage
from showcase.web.context.urls import Addresses
from showcase.web.i18n.formatting import written_clock

# A narrator begins to speak again and again; the first times are enough to find them by.
MOST_TIMES = 6


@dataclass(frozen=True, slots=True)
class Time:
    """When somebody begins to speak."""

    clock: str
    start: str
    href: str
    who: Text


@dataclass(frozen=True, slots=True)
class Entry:
    """An organization, or a person who speaks for none that is listed.

    Attributes:
        details: in rows of what belongs together: a person and what they do.
    """

    name: Text
    url: str
    details: list[list[Text]]
    about: Text
    times: list[Time]


@dataclass(frozen=True, slots=True)
class Spoken:
    """Where in a video somebody speaks; `language` is what links say of its passages."""

    texts: VideoTexts
    passages: Sequence[Passage]
    language: str
    to: Addresses

    def times(self, voices: set[str]) -> list[Time]:
        """When any of these voices begins to speak."""
        begun = (passage for passage in self.passages if passage.new_turn)
        spoken = [passage for passage in begun if passage.voice in voices]
        return [self._time(passage) for passage in spoken[:MOST_TIMES]]

    def _time(self, passage: Passage) -> Time:
        moment = Moment(passage.start_ms)
        return Time(
            clock=written_clock(passage.start_ms),
            start=format_seconds(passage.start_ms),
            href=self.to.video(
                self.texts.video.slug, moment, anchor=passage.key, lang=self.language
            ),
            who=self.texts.person(passage.voice or ""),
        )


def build_people(spoken: Spoken) -> list[Entry]:
    """Organizations, those that speak first, then people who belong to none of them."""
    video = spoken.texts.video
    listed = {organization.name for organization in video.organizations}
    alone = [person for person in video.people if person.organization not in listed]
    entries = [_organization(spoken, organization) for organization in video.organizations]
    people = [_person(spoken, person) for person in alone]
    return [*sorted(entries, key=lambda entry: not entry.times), *people]


def _organization(spoken: Spoken, organization: Organization) -> Entry:
    texts = spoken.texts
    members = [p for p in texts.video.people if p.organization == organization.name]
    people = [(texts.person(person.name), texts.role(person)) for person in members]
    return Entry(
        name=texts.organization(organization.name),
        url=organization.url,
        details=_told((texts.short(organization),), (texts.place(organization),), *people),
        about=texts.about(organization),
        times=spoken.times({person.name for person in members}),
    )


def _person(spoken: Spoken, person: Person) -> Entry:
    texts = spoken.texts
    details = _told((texts.role(person), texts.organization(person.organization)))
    return Entry(texts.person(person.name), "", details, Text(""), spoken.times({person.name}))


def _told(*details: tuple[Text, ...]) -> list[list[Text]]:
    """Those details of which something is known."""
    known = [[part for part in detail if part] for detail in details]
    return [detail for detail in known if detail]
