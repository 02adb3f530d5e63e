"""Plans what `showcase add` writes into the folder of a video, and what it keeps, replaces and removes."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from showcase.core.catalog.recordings import extension
from showcase.core.intake.change_plan import (
    Action,
    ChangePlan,
    PlannedFile,
    PlannedKey,
    plan_keys,
)
from showcase.core.intake.replacement import KEYS_OF_RECORDING, belongs_to_recording
from showcase.core.text.languages import native_name, same_language
from showcase.errors import ShowcaseError
from showcase.store.ingest.folder_scan import VIDEO_TOML
from showcase.store.intake.journal import FileContent, content_hash
from showcase.store.intake.material import Material
from showcase.store.intake.recording_removal import removed_texts, small_print_remark, without_keys
from showcase.store.intake.toml_editor import set_keys
from showcase.store.intake.track_plan import TrackPlan, plan_tracks
from showcase.store.intake.video_target import VideoTarget, find_target


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
    """A plan, and what it writes."""

    change: ChangePlan
    contents: tuple[FileContent, ...]
    target: VideoTarget
    has_speech: bool
    has_recording: bool


@dataclass(slots=True)
class _Draft:
    """The parts of a plan that is being made."""

    files: list[PlannedFile] = field(default_factory=list)
    keys: list[PlannedKey] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    contents: list[FileContent] = field(default_factory=list)


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
    hashes |= {_hash(track.data) for track in material.tracks}
    target = find_target(root, options.slug, material, hashes)
    return _Planner(material, options, target).plan()


class _Planner:
    """Plans one video."""

    def __init__(self, material: Material, options: IntakeOptions, target: VideoTarget) -> None:
        self._material, self._options, self._target = material, options, target
        self._present = target.values()
        self._draft = _Draft(doubts=list(material.doubts), remarks=list(material.remarks))
        # Does another recording take the place of the one that is there?
        self._swaps = options.replace and not target.is_new and material.has_recording
        self._swaps = self._swaps and not self._is_same_recording()
        self._gone_keys = set(KEYS_OF_RECORDING) if self._swaps else set()
        self._asked = {"title"} if options.title and options.replace else set()

    def plan(self) -> IntakePlan:
        gone = self._files_that_go() if self._options.replace else None
        tracks = plan_tracks(
            self._material.tracks,
            self._target,
            self._options.language,
            self._material.spoken,
            gone,
        )
        self._draft.doubts += tracks.doubts
        self._plan_media(tracks)
        self._plan_poster(tracks)
        self._plan_language(tracks)
        self._plan_toml()
        self._plan_tracks(tracks)
        self._plan_removals(tracks)
        return self._result(tracks)

    def _is_same_recording(self) -> bool:
        media = {content_hash(path) for path in self._material.media}
        return bool(media) and media <= set(self._target.files.values())

    def _sources(self) -> list[str]:
        source = self._present.get("source", [])
        return [str(each) for each in source] if isinstance(source, list) else [str(source)]

    def _files_that_go(self) -> list[str]:
        if not self._swaps:
            return []
        sources = self._sources()
        return [name for name in self._target.files if belongs_to_recording(name, sources)]

    def _plan_media(self, tracks: TrackPlan) -> None:
        material, facts = self._material, self._material.facts
        if material.address:
            facts.values["source"] = material.address.address
            return
        names = [self._plan_medium(path, tracks) for path in material.media]
        written = [name for name in names if name]
        if written:
            facts.values["source"] = written if len(written) > 1 else written[0]

    def _plan_medium(self, path: Path, tracks: TrackPlan) -> str:
        """Plan one file of the recording. Returns its name in the folder; "" where it is not written."""
        found = content_hash(path)
        if there := self._target.same_file(found):
            tracks.gone = [name for name in tracks.gone if name != there]
            self._add_file(there, Action.KEPT, "the same is there")
            return there
        if "source" in self._present and not self._swaps:
            reason = f"{path.name} is not put in its place: --replace does that"
            self._draft.keys.append(
                PlannedKey("source", Action.KEPT, self._present["source"], reason)
            )
            return ""
        name = self._free_name(path, tracks.gone)
        self._write(name, path, f"from {path}", tracks)
        return name

    def _free_name(self, path: Path, gone: Sequence[str]) -> str:
        """The file's own name if an address can have it and it is free, else one with the slug."""
        ending = extension(path.name)
        plain = path.name.isascii() and all(c.isalnum() or c in "._-" for c in path.name)
        names = [path.name] if plain and not path.name.startswith((".", "-")) else []
        names += [f"{self._target.slug}{n}{ending}" for n in ("", *(f"-{n}" for n in range(2, 100)))]
        taken = {name for name in self._target.files if name not in gone}
        taken |= {Path(content.path).name for content in self._draft.contents}
        return next(name for name in names if name not in taken)

    def _plan_poster(self, tracks: TrackPlan) -> None:
        pictures = self._material.pictures
        if len(pictures) > 1:
            names = ", ".join(path.name for path in pictures[1:])
            self._draft.remarks.append(f"A video has one poster: {names} is left out.")
        if not pictures:
            return
        path = pictures[0]
        if there := self._target.same_file(content_hash(path)):
            self._material.facts.values["poster"] = there
            self._add_file(there, Action.KEPT, "the same is there")
        elif "poster" in self._present and not self._options.replace:
            reason = f"{path.name} is not put in its place: --replace does that"
            self._draft.keys.append(
                PlannedKey("poster", Action.KEPT, self._present["poster"], reason)
            )
        else:
            name = f"poster{extension(path.name)}"
            self._material.facts.values["poster"] = name
            if "poster" in self._present:
                # What describes the picture goes with it.
                self._gone_keys.add("poster_alt")
                self._asked.add("poster")
                old = str(self._present["poster"])
                tracks.gone += [old] if old in self._target.files else []
            self._write(name, path, f"from {path}", tracks)

    def _plan_language(self, tracks: TrackPlan) -> None:
        spoken = tracks.spoken
        languages = sorted({t.language for t in tracks.tracks if t.name.startswith("captions.")})
        if self._target.is_new and not spoken and len(languages) > 1:
            named = ", ".join(f"{native_name(tag)} ({tag})" for tag in languages)
            raise ShowcaseError(f"Which language is spoken? Say --language: there is {named}")
        self._material.facts.offer({"language": spoken}, "the captions")
        written = self._present.get("language")
        if written and spoken and not same_language(str(written), spoken):
            self._draft.doubts.append(
                f'language stays "{written}", because the texts of video.toml are in it; the recording is in '
                f"{native_name(spoken)} ({spoken})."
            )

    def _plan_toml(self) -> None:
        text = self._target.toml_text
        if text and self._gone_keys:
            text = without_keys(text, self._gone_keys, swaps=self._swaps)
        for key, reason in removed_texts(self._present, self._gone_keys, swaps=self._swaps):
            self._draft.keys.append(PlannedKey(key, Action.REMOVED, "", reason))
        present = {k: v for k, v in self._present.items() if k not in self._gone_keys}
        planned = plan_keys(present, self._material.facts.ordered(), self._asked)
        said = {key.key for key in self._draft.keys if key.action is Action.KEPT}
        planned = [key for key in planned if key.key not in said]
        if "title" not in {*present, *(key.key for key in planned)}:
            raise ShowcaseError("The video has no title: say --title")
        written = (Action.NEW, Action.REPLACED)
        text = set_keys(text, {key.key: key.value for key in planned if key.action in written})
        self._draft.keys += [self._with_origin(key) for key in planned]
        self._write_text(VIDEO_TOML, text)

    def _with_origin(self, key: PlannedKey) -> PlannedKey:
        return replace(key, reason=self._material.facts.origins.get(key.key, ""))

    def _plan_tracks(self, tracks: TrackPlan) -> None:
        for track in tracks.tracks:
            if track.action is Action.KEPT:
                self._add_file(track.name, Action.KEPT, track.reason)
            else:
                self._write(track.name, track.data, track.reason, tracks)

    def _plan_removals(self, tracks: TrackPlan) -> None:
        reason = "kept for showcase undo"
        for name in tracks.gone:
            self._add_file(name, Action.REMOVED, reason)
            self._add_content(name, None)
        for name in sorted(self._target.files) if self._gone_keys else ():
            if name.startswith("video.") and name.endswith(".toml") and name != VIDEO_TOML:
                text = (self._target.folder / name).read_bytes().decode()
                text = without_keys(text, self._gone_keys, self._present, swaps=self._swaps)
                self._write_text(name, text)
        if not self._swaps:
            return
        self._draft.remarks += small_print_remark(self._target.root)
        self._draft.doubts.append(
            "Links to moments that people have shared lead to the same times in the new recording."
        )

    def _write(self, name: str, data: bytes | Path, reason: str, tracks: TrackPlan) -> None:
        action = Action.REPLACED if name in self._target.files else Action.NEW
        tracks.gone = [each for each in tracks.gone if each != name]
        self._add_file(name, action, reason)
        self._add_content(name, data)

    def _write_text(self, name: str, text: str) -> None:
        data = text.encode()
        if self._target.files.get(name) == _hash(data):
            self._add_file(name, Action.KEPT, "")
            return
        there = name in self._target.files
        self._add_file(name, Action.CHANGED if there else Action.NEW, "")
        self._add_content(name, data)

    def _add_file(self, name: str, action: Action, reason: str) -> None:
        planned = PlannedFile(f"{self._target.name}/{name}", action, reason)
        if planned not in self._draft.files:
            self._draft.files.append(planned)

    def _add_content(self, name: str, data: bytes | Path | None) -> None:
        seen = self._target.files.get(name, "")
        self._draft.contents.append(FileContent(f"{self._target.name}/{name}", data, seen))

    def _result(self, tracks: TrackPlan) -> IntakePlan:
        draft = self._draft
        left = {*self._target.files, *(track.name for track in tracks.tracks)} - set(tracks.gone)
        change = ChangePlan(
            self._target.slug,
            self._target.is_new,
            tuple(draft.files),
            tuple(draft.keys),
            tuple(draft.doubts),
            tuple(draft.remarks),
        )
        return IntakePlan(
            change,
            tuple(draft.contents),
            self._target,
            has_speech=any(name.startswith(("captions.", "subtitles.")) for name in left),
            has_recording=self._material.has_recording or "source" in self._present,
        )


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
