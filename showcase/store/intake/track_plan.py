"""Which of the tracks that are given are written, in which language, and under which names."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from showcase.core.intake.change_plan import Action
from showcase.core.intake.language_choice import LanguageChoice, choose_language
from showcase.core.intake.track_labels import track_name
from showcase.core.text.languages import native_name, same_language
from showcase.errors import ShowcaseError
from showcase.store.ingest.track_names import TrackFile, parse_track_name
from showcase.store.intake.given_tracks import GivenTrack
from showcase.store.intake.plan_draft import bytes_hash
from showcase.store.intake.refusal import IntakeError
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
        spoken: the language of the recording as far as it is known, "" for what the tracks tell.
        gone: the names of files that make room; None where what is there stays.

    Raises:
        ShowcaseError: a language is not beyond doubt, or two tracks are the same; a line for each.
        ContentError: a track is no caption file.
    """
    speech = [track for track in given if track.kind != "chapters"]
    choices = [
        choose_language(track.label.tag, option, track.content_language(), track.label_from)
        for track in speech
    ]
    _refuse_doubtful(speech, choices)
    spoken = spoken or _spoken(speech, choices)
    planner = _TrackPlanner(
        target, TrackPlan(spoken=spoken, gone=list(gone or ())), gone is not None
    )
    for track, choice in zip(speech, choices, strict=True):
        planner.plan.doubts += [f"{track.origin}: {choice.doubt}."] if choice.doubt else []
        planner.add(track, choice.tag, f"{native_name(choice.tag)}: {choice.reason}")
    for track in given:
        if track.kind == "chapters":
            tag = track.label.tag or spoken
            if not tag:
                fix = "say it with --language"
                raise IntakeError(track.origin, "Nothing says its language", fix)
            planner.add(track, tag, "")
    return planner.plan


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


@dataclass(slots=True)
class _TrackPlanner:
    """Plans one track after the other.

    Attributes:
        replaces: what is given takes the place of what is there.
    """

    target: VideoTarget
    plan: TrackPlan
    replaces: bool

    def add(self, track: GivenTrack, tag: str, reason: str) -> None:
        """Plan a track, in a language, for a reason."""
        name = track_name(track.kind, tag, track.label, track.suffix)
        if self._is_planned(track, name):
            return
        there = self.target.same_file(bytes_hash(track.data))
        rivals = _rivals(track, tag, self.target.files)
        if there and there in rivals:
            self._keep(there, "the same is there", track, tag)
        elif rivals and not self.replaces:
            reason = f"{track.origin} is not written over it: --replace does that"
            self._keep(rivals[0], reason, track, tag)
        else:
            self._write(
                name, rivals, PlannedTrack(name, Action.NEW, reason, track.data, tag), track
            )

    def _is_planned(self, track: GivenTrack, name: str) -> bool:
        """True where the same was given twice."""
        rivals = [each for each in self.plan.tracks if each.name == name]
        if any(each.data != track.data for each in rivals):
            fix = "give one of them, or name each file after its language"
            raise IntakeError(track.origin, f"Two files would be {name}", fix)
        return bool(rivals)

    def _keep(self, name: str, reason: str, track: GivenTrack, tag: str) -> None:
        self.plan.gone = [each for each in self.plan.gone if each != name]
        self.plan.tracks.append(PlannedTrack(name, Action.KEPT, reason, track.data, tag))

    def _write(
        self, name: str, rivals: Sequence[str], planned: PlannedTrack, track: GivenTrack
    ) -> None:
        gone = [*self.plan.gone, *(each for each in rivals if each not in self.plan.gone)]
        self.plan.gone = [each for each in gone if each != name]
        origin = f"from {track.origin}"
        reason = f"{origin}; {planned.reason}" if planned.reason else origin
        action = Action.REPLACED if name in self.target.files else Action.NEW
        self.plan.tracks.append(replace(planned, action=action, reason=reason))
        if track.label.is_automatic:
            self.plan.doubts.append(f"{name} was written by a machine: read it before others do.")


def _rivals(track: GivenTrack, tag: str, names: Iterable[str]) -> list[str]:
    """The files that are there for the same thing; a person's captions stand beside a machine's."""
    files = (file for name in names if (file := parse_track_name(name)))
    return [file.name for file in files if _is_rival(track, tag, file)]


def _is_rival(track: GivenTrack, tag: str, file: TrackFile) -> bool:
    same_kind = track.kind == file.kind or {track.kind, file.kind} <= set(_SPEECH)
    better = file.is_automatic and not track.label.is_automatic
    return same_kind and same_language(tag, file.language) and not better
