"""Which of the tracks that are given are written, in which language, and under which names."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from showcase.core.intake.change_plan import Action
from showcase.core.intake.language_choice import LanguageChoice, choose_language
from showcase.core.intake.track_labels import track_name
from showcase.core.text.languages import native_name, same_language
from showcase.errors import ShowcaseError
from showcase.store.ingest.track_names import TrackFile, parse_track_name
from showcase.store.intake.given_tracks import GivenTrack
from showcase.store.intake.video_target import VideoTarget

_SPEECH = ("captions", "subtitles")


@dataclass(frozen=True, slots=True)
class PlannedTrack:
    """A track, and what happens to it.

    Attributes:
        name: of the file in the video's folder.
        action: what happens.
        reason: why; of captions, what their language rests on.
        data: its bytes.
        language: a BCP 47 tag.
    """

    name: str
    action: Action
    reason: str
    data: bytes
    language: str


@dataclass(slots=True)
class TrackPlan:
    """What happens to all tracks.

    Attributes:
        tracks: in the order in which they were given.
        spoken: the language of the recording, a BCP 47 tag; "" where nothing tells.
        doubts: sentences on what the owner should look at.
        gone: names of files that others take the place of.
    """

    tracks: list[PlannedTrack] = field(default_factory=list)
    spoken: str = ""
    doubts: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)


def plan_tracks(
    given: Sequence[GivenTrack],
    target: VideoTarget,
    option: str,
    spoken: str,
    gone: Iterable[str] | None,
) -> TrackPlan:
    """Plan what is written.

    Args:
        given: the tracks.
        target: the video.
        option: the language that the owner gives, "" for none.
        spoken: the language of the recording as far as it is known.
        gone: the names of files that make room; None where what is there stays.

    Raises:
        ShowcaseError: a language is not beyond doubt, or two tracks are the same; a line for each.
        ContentError: a track is no caption file.
    """
    plan = TrackPlan(gone=list(gone or ()))
    speech = [track for track in given if track.kind != "chapters"]
    choices = [choose_language(t.label.tag, option, t.content_language()) for t in speech]
    _refuse_doubtful(speech, choices)
    plan.spoken = option or spoken or _spoken(speech, choices)
    for track, choice in zip(speech, choices, strict=True):
        plan.doubts += [f"{track.origin}: {choice.doubt}."] if choice.doubt else []
        reason = f"{native_name(choice.tag)}: {choice.reason}"
        _add(plan, track, choice.tag, reason, target, replaces=gone is not None)
    for track in given:
        if track.kind == "chapters":
            tag = track.label.tag or plan.spoken or _language_there(target)
            if not tag:
                raise ShowcaseError(f"{track.origin}: Nothing says its language: say --language")
            _add(plan, track, tag, "", target, replaces=gone is not None)
    return plan


def _refuse_doubtful(tracks: Sequence[GivenTrack], choices: Sequence[LanguageChoice]) -> None:
    fix = "say it with --language, or name the file after it, as in talk.en.srt"
    lines = [
        f"{track.origin}: Its language is not beyond doubt ({choice.reason}): {fix}"
        for track, choice in zip(tracks, choices, strict=True)
        if not choice.tag
    ]
    if lines:
        raise ShowcaseError("\n".join(lines))


def _spoken(tracks: Sequence[GivenTrack], choices: Sequence[LanguageChoice]) -> str:
    """The language of the original track, or of the only captions; "" where neither tells."""
    pairs = list(zip(tracks, choices, strict=True))
    original = [choice.tag for track, choice in pairs if track.label.is_original]
    captions = {choice.tag for track, choice in pairs if track.kind == "captions"}
    return original[0] if original else captions.pop() if len(captions) == 1 else ""


def _language_there(target: VideoTarget) -> str:
    written = target.values().get("language", "")
    files = [file for name in target.files if (file := parse_track_name(name))]
    spoken = {file.language for file in files if file.kind == "captions"}
    return str(written) or (spoken.pop() if len(spoken) == 1 else "")


def _add(
    plan: TrackPlan, track: GivenTrack, tag: str, reason: str, target: VideoTarget, *, replaces: bool
) -> None:
    name = track_name(track.kind, tag, track.label, track.suffix)
    if any(each.name == name for each in plan.tracks):
        if any(each.name == name and each.data == track.data for each in plan.tracks):
            return
        fix = "give one of them, or name each file after its language"
        raise ShowcaseError(f"{track.origin}: Two files would be {name}: {fix}")
    there = target.same_file(hashlib.sha256(track.data).hexdigest())
    rivals = _rivals(track, tag, target.files)
    if there and there in rivals:
        plan.gone = [each for each in plan.gone if each != there]
        plan.tracks.append(_kept(there, "the same is there", track, tag))
    elif rivals and not replaces:
        reason = f"{track.origin} is not written over it: --replace does that"
        plan.tracks.append(_kept(rivals[0], reason, track, tag))
    else:
        plan.gone += [each for each in rivals if each not in plan.gone]
        action = Action.REPLACED if name in target.files else Action.NEW
        plan.gone = [each for each in plan.gone if each != name]
        origin = f"from {track.origin}"
        reason = f"{origin}; {reason}" if reason else origin
        plan.tracks.append(PlannedTrack(name, action, reason, track.data, tag))


def _kept(name: str, reason: str, track: GivenTrack, tag: str) -> PlannedTrack:
    return PlannedTrack(name, Action.KEPT, reason, track.data, tag)


def _rivals(track: GivenTrack, tag: str, names: Iterable[str]) -> list[str]:
    """The files that are there for the same thing; a person's captions stand beside a machine's."""
    files = (file for name in names if (file := parse_track_name(name)))
    return [file.name for file in files if _is_rival(track, tag, file)]


def _is_rival(track: GivenTrack, tag: str, file: TrackFile) -> bool:
    same_kind = track.kind == file.kind or {track.kind, file.kind} <= set(_SPEECH)
    better = file.is_automatic and not track.label.is_automatic
    return same_kind and same_language(tag, file.language) and not better
