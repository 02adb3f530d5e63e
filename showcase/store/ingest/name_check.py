"""Checks names in video.toml against each other and against the captions: slips that nothing else shows."""

from collections.abc import Collection, Iterable, Iterator
from difflib import get_close_matches

from showcase.core.captions.name_parts import fold_name
from showcase.core.catalog.models import FeaturedQuote
from showcase.errors import Diagnosis, Fault
from showcase.store.ingest.toml_file import TomlFile
from showcase.store.ingest.video_toml import VideoToml
from showcase.store.records import TrackCues

# Names that are at least this much alike are one name, misspelt: "Migrant Justis", "Enriqe".
_MIN_LIKENESS = 0.8


def check_names(
    toml: VideoToml, file: TomlFile, quotes: Iterable[FeaturedQuote], speech: TrackCues | None
) -> Iterator[Fault]:
    """Notes about names that are misspelt, and quotes that somebody else said.

    Args:
        toml: the values of video.toml.
        file: has the lines.
        quotes: those of `toml`, with their moments.
        speech: the track in the language of the video; None where there is none.
    """
    yield from _check_organizations(toml, file)
    yield from _check_aliases(toml, file)
    voices = dict.fromkeys(cue.voice for cue in speech.cues if cue.voice) if speech else {}
    aliases = (alias for person in toml.people for alias in person.aliases)
    known = [*(person.name for person in toml.people), *aliases, *voices]
    for number, quote in enumerate(quotes):
        path = ("quotes", number, "speaker")
        if quote.speaker and (diagnosis := _check_speaker(quote, known, toml, speech)):
            yield file.fault_at(path, diagnosis)


def _check_organizations(toml: VideoToml, file: TomlFile) -> Iterator[Fault]:
    known = [name for each in toml.organizations for name in (each.name, each.short) if name]
    entries = [
        *((("people", n, "organization"), each.organization) for n, each in enumerate(toml.people)),
        *((("quotes", n, "organization"), each.organization) for n, each in enumerate(toml.quotes)),
    ]
    for path, name in entries:
        if name and name not in known:
            if alike := _alike(name, known):
                message = f'"{name}" is not among [[organizations]]'
                diagnosis = Diagnosis("unknown-organization", message, f'write "{alike}"')
                yield file.fault_at(path, diagnosis)
            known.append(name)


def _check_aliases(toml: VideoToml, file: TomlFile) -> Iterator[Fault]:
    """Notes about aliases that are also a name or an alias of somebody else: nobody is meant by them."""
    owners: dict[str, dict[str, None]] = {}
    for person in toml.people:
        for name in (person.name, *person.aliases):
            owners.setdefault(fold_name(name), {})[person.name] = None
    for number, person in enumerate(toml.people):
        for alias in person.aliases:
            others = [name for name in owners[fold_name(alias)] if name != person.name]
            if others:
                message = f'"{alias}" is a name of "{others[0]}", too, so nobody is meant by it'
                diagnosis = Diagnosis("shared-alias", message, "give it to one of them")
                yield file.fault_at(("people", number, "aliases"), diagnosis)


def _check_speaker(
    quote: FeaturedQuote, known: Collection[str], toml: VideoToml, speech: TrackCues | None
) -> Diagnosis | None:
    if known and quote.speaker.casefold() not in map(str.casefold, known):
        message = f'"{quote.speaker}" is neither in [[people]] nor a speaker in the captions'
        alike = _alike(quote.speaker, known)
        fix = f'write "{alike}"' if alike else "correct the name, or add it to [[people]]"
        return Diagnosis("unknown-speaker", message, fix)
    others = _other_speakers(quote, toml, speech)
    if others:
        message = f'In the captions "{others[0]}" says these words, not "{quote.speaker}"'
        return Diagnosis("quote-of-another-speaker", message, "correct the one that is wrong")
    return None


def _other_speakers(quote: FeaturedQuote, toml: VideoToml, speech: TrackCues | None) -> list[str]:
    """Who says a quote in the captions; nobody where that may be its speaker, or somebody unknown."""
    if quote.moment is None or speech is None:
        return []
    start_ms, end_ms = quote.moment.start_ms, quote.moment.end_ms
    voices = {
        cue.voice
        for cue in speech.cues
        if end_ms is not None and cue.start_ms < end_ms and start_ms < cue.end_ms
    }
    names = {
        name.casefold(): person.name
        for person in toml.people
        for name in (person.name, *person.aliases)
    }
    speaker = names.get(quote.speaker.casefold())
    said = [names.get((voice or "").casefold()) for voice in voices]
    if speaker is None or speaker in said or None in said:
        return []
    return sorted(name for name in said if name)


def _alike(name: str, known: Collection[str]) -> str | None:
    return next(iter(get_close_matches(name, known, n=1, cutoff=_MIN_LIKENESS)), None)
