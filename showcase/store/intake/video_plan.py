"""Plans what `showcase add` writes into the folder of a video, and what it keeps, replaces and removes."""

from dataclasses import dataclass, replace
from pathlib import Path

from showcase.core.intake.change_plan import Action, ChangePlan, PlannedKey, plan_keys
from showcase.core.intake.replacement import KEYS_OF_RECORDING, belongs_to_recording
from showcase.core.text.languages import native_name, same_language
from showcase.store.ingest.folder_scan import VIDEO_TOML
from showcase.store.intake.journal import PlannedContent, content_hash
from showcase.store.intake.material import Material
from showcase.store.intake.media_plan import plan_media, plan_poster
from showcase.store.intake.plan_draft import PlanDraft, bytes_hash
from showcase.store.intake.recording_removal import (
    removed_texts,
    small_print_remark,
    without_keys,
)
from showcase.store.intake.refusal import IntakeError
from showcase.store.intake.toml_editor import set_keys
from showcase.store.intake.track_plan import TrackPlan, plan_tracks
from showcase.store.intake.video_target import VideoTarget, find_target

_SPEECH_PREFIXES = ("captions.", "subtitles.")


@dataclass(frozen=True, slots=True)
class IntakeOptions:
    """What the owner says besides the sources; "" for what is not said.

    Attributes:
        slug: of the video.
        language: of the recording, and of captions whose names say none; a BCP 47 tag.
        title: of the video.
        replace: put what is given in the place of what is there.
    """

    slug: str = ""
    language: str = ""
    title: str = ""
    replace: bool = False


@dataclass(frozen=True, slots=True)
class IntakePlan:
    """A plan, and what it writes.

    Attributes:
        change: what is printed.
        contents: what is written; none where nothing was.
        target: the video as it was before.
        has_speech: it will have captions or subtitles.
        has_recording: it will have something to play.
    """

    change: ChangePlan
    contents: tuple[PlannedContent, ...]
    target: VideoTarget
    has_speech: bool
    has_recording: bool


def plan_intake(root: Path, material: Material, options: IntakeOptions) -> IntakePlan:
    """Plan what is written for what was given.

    Args:
        root: the folder of transcripts.
        material: what was given.
        options: what the owner says.

    Raises:
        ShowcaseError: it is not clear which video is meant or what a file is.
    """
    if options.title:
        material.facts.values["title"] = options.title
        material.facts.origins["title"] = "--title"
    hashes = {content_hash(path) for path in (*material.media, *material.pictures)}
    hashes |= {bytes_hash(track.data) for track in material.tracks}
    target = find_target(root, options.slug, material, hashes)
    return _VideoPlanner(material, options, target).plan()


class _VideoPlanner:
    """Plans one video."""

    def __init__(self, material: Material, options: IntakeOptions, target: VideoTarget) -> None:
        self._material, self._options, self._target = material, options, target
        self._facts = material.facts
        self._present = target.values()
        # Does another recording take the place of the one that is there?
        self._swaps = options.replace and "source" in self._present and self._is_other_recording()
        # The language of the recording that stays, "" for another one.
        self._known_language = "" if self._swaps else target.language()
        self._gone_keys = set(KEYS_OF_RECORDING) if self._swaps else set()
        self._asked_keys = {"title"} if options.title and options.replace else set()
        self._draft = PlanDraft(
            target,
            gone=self._files_that_go(),
            doubts=list(material.doubts),
            remarks=list(material.remarks),
        )

    def plan(self) -> IntakePlan:
        tracks = self._plan_tracks()
        self._plan_recording()
        self._plan_poster()
        self._plan_language(tracks)
        self._plan_speech(tracks)
        if self._swaps:
            self._plan_edition()
        self._plan_toml()
        for track in tracks.tracks:
            if track.action is Action.KEPT:
                self._draft.keep(track.name, track.reason)
            else:
                self._draft.write(track.name, track.data, track.reason)
        self._draft.remove_gone()
        self._plan_translations()
        if self._swaps:
            self._say_what_stays()
        return self._finish()

    def _is_other_recording(self) -> bool:
        media = {content_hash(path) for path in self._material.media}
        same = bool(media) and media <= set(self._target.files.values())
        address = self._material.address
        same = same or (address is not None and address.address == self._present.get("source"))
        return self._material.has_recording and not same

    def _files_that_go(self) -> list[str]:
        source = self._present.get("source", [])
        sources = [str(each) for each in (source if isinstance(source, list) else [source])]
        names = self._target.files if self._swaps else ()
        return [name for name in names if belongs_to_recording(name, sources)]

    def _plan_tracks(self) -> TrackPlan:
        draft, material = self._draft, self._material
        tracks = plan_tracks(
            material.tracks,
            self._target,
            self._options.language,
            self._known_language or self._options.language or material.spoken,
            draft.gone if self._options.replace else None,
        )
        draft.gone = tracks.gone
        draft.doubts += tracks.doubts
        return tracks

    def _plan_recording(self) -> None:
        if self._material.address:
            self._facts.values["source"] = self._material.address.address
            return
        present = None if "source" in self._gone_keys else self._present.get("source")
        names = plan_media(self._material.media, self._draft, present)
        if names:
            self._facts.values["source"] = names if len(names) > 1 else names[0]

    def _plan_poster(self) -> None:
        present, replaces = self._present.get("poster"), self._options.replace
        name = plan_poster(self._material.pictures, self._draft, present, replace=replaces)
        if not name:
            return
        self._facts.values["poster"] = name
        if present is not None and replaces and f"{self._target.name}/{name}" in self._written():
            # What describes the picture goes with it.
            self._gone_keys.add("poster_alt")
            self._asked_keys.add("poster")

    def _written(self) -> set[str]:
        return {content.path for content in self._draft.contents}

    def _plan_language(self, tracks: TrackPlan) -> None:
        spoken, known = tracks.spoken, self._known_language
        languages = sorted({t.language for t in tracks.tracks if t.name.startswith("captions.")})
        if not spoken and len(languages) > 1:
            named = ", ".join(f"{native_name(tag)} ({tag})" for tag in languages)
            message = f"There are captions in {named}, and nothing says which language is spoken"
            raise IntakeError(None, message, "say it with --language")
        # A second language beside the only captions: which of them is spoken must be said from now on.
        if not known or any(not same_language(tag, known) for tag in languages):
            self._facts.offer({"language": spoken}, self._language_origin(spoken))
        told = spoken if self._swaps else self._material.spoken
        written = str(self._present.get("language", "")) or known
        if written and told and not same_language(written, told):
            self._draft.doubts.append(
                f'language stays "{written}", which the texts of video.toml are in; but the recording is in '
                f"{native_name(told)} ({told})."
            )

    def _plan_speech(self, tracks: TrackPlan) -> None:
        """A recording that has no captions yet has a page if video.toml says so."""
        left = {*self._target.files, *(track.name for track in tracks.tracks)} - set(
            self._draft.gone
        )
        if any(name.startswith(_SPEECH_PREFIXES) for name in left):
            self._gone_keys |= {"without_captions"} & self._present.keys()
        elif "source" in self._facts.values:
            self._facts.offer({"without_captions": True}, "there are none yet")

    def _language_origin(self, spoken: str) -> str:
        if spoken == self._known_language:
            return "the captions that are there"
        if spoken == self._options.language:
            return "--language"
        return "what came with it" if spoken == self._material.spoken else "the captions"

    def _plan_edition(self) -> None:
        """Times in links that people have shared are those of the recording before."""
        before = self._present.get("edition", 1)
        self._facts.values["edition"] = (before if isinstance(before, int) else 1) + 1
        self._facts.origins["edition"] = "another recording was here before"
        self._asked_keys.add("edition")

    def _plan_toml(self) -> None:
        text, draft = self._target.toml_text, self._draft
        if self._gone_keys:
            text = without_keys(text, self._gone_keys, swaps=self._swaps)
        for key, reason in removed_texts(self._present, self._gone_keys, swaps=self._swaps):
            draft.keys.append(PlannedKey(key, Action.REMOVED, "", reason))
        present = {k: v for k, v in self._present.items() if k not in self._gone_keys}
        said = {key.key for key in draft.keys if key.action is Action.KEPT}
        offered = {k: v for k, v in self._facts.ordered().items() if k not in said}
        planned = plan_keys(present, offered, self._asked_keys)
        if "title" not in {*present, *(key.key for key in planned)}:
            raise IntakeError(None, "The video has no title", "say it with --title")
        written = (Action.NEW, Action.REPLACED)
        text = set_keys(text, {key.key: key.value for key in planned if key.action in written})
        draft.keys += [self._with_origin(key) for key in planned]
        draft.write_text(VIDEO_TOML, text)

    def _with_origin(self, key: PlannedKey) -> PlannedKey:
        """A key with where its value is from, or what is not written over it."""
        if key.action is not Action.KEPT:
            return replace(key, reason=self._facts.origins.get(key.key, ""))
        offered = self._facts.values[key.key]
        return key if offered == key.value else replace(key, reason=f'not "{offered}"')

    def _plan_translations(self) -> None:
        """What goes from video.toml goes from video.es.toml and the like, too."""
        for name in self._target.files if self._gone_keys else ():
            if name.startswith("video.") and name.endswith(".toml") and name != VIDEO_TOML:
                text = (self._target.folder / name).read_bytes().decode()
                left = without_keys(text, self._gone_keys, self._present, swaps=self._swaps)
                if left != text:
                    self._draft.write_text(name, left)

    def _say_what_stays(self) -> None:
        self._draft.remarks += small_print_remark(self._target.root)
        self._draft.remarks.append(
            "Links to moments that people have shared lead to the page, which says that another recording "
            "was here before."
        )

    def _finish(self) -> IntakePlan:
        draft, target = self._draft, self._target
        change = ChangePlan(
            target.slug,
            target.is_new,
            tuple(draft.files),
            tuple(draft.keys),
            tuple(draft.doubts),
            tuple(draft.remarks),
        )
        return IntakePlan(
            change,
            tuple(draft.contents),
            target,
            has_speech=any(name.startswith(_SPEECH_PREFIXES) for name in draft.taken_names()),
            has_recording=self._material.has_recording or "source" in self._present,
        )
