"""Writes folders of videos as owners have them: the same folders for the same numbers.

Words and speakers are those of the generated talks of the search benchmark. Half of the files are WebVTT with
voice tags, of which each fifth has the times of its words; half are SubRip with labels ("Ana: "). Each fourth
video has a second language, each fifth chapters, each tenth a quote that stands above it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.search.corpus import LANGUAGES, Talk, generate_talk
from showcase.core.captions.cues import Cue
from showcase.core.export.subrip import write_srt
from showcase.core.export.webvtt import write_vtt
from showcase.core.timing.timecodes import format_vtt_timestamp

SEED = 1
VIDEOS, CUES_PER_VIDEO = 100, 1_000
# Three hours of speech, three seconds a cue.
LONG_CUES = 3_600
LONG_SLUG = "video-long"
_CHAPTERS = 8
_TOML = 'title = "{title}"\nlanguage = "{language}"\ndate = "2026-02"\n'
_PERSON = '\n[[people]]\nname = "{name}"\norganization = "Farm {letter}"\n'
_QUOTE = '\n[[quotes]]\ntext = "{text}"\nspeaker = "{name}"\n'


@dataclass(frozen=True, slots=True)
class WrittenCues:
    """How many cues of speech were written, and in how many caption files."""

    cues: int
    files: int


def write_videos(root: Path, videos: int = VIDEOS, cues: int = CUES_PER_VIDEO) -> WrittenCues:
    """Write some videos into a folder that has none of them."""
    files = [count for number in range(videos) for count in _write_video(root, number, cues)]
    return WrittenCues(sum(files), len(files))


def write_long_video(root: Path, seed: int) -> None:
    """Write the video of three hours; another seed changes all that is said in it."""
    talk = generate_talk(LONG_SLUG, LONG_CUES, seed)
    folder = root / LONG_SLUG
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "video.toml").write_text(_TOML.format(title="Long", language="en"), "utf-8")
    (folder / "captions.en.vtt").write_text(write_vtt(talk.cues, "en"), "utf-8")


def _write_video(root: Path, number: int, cues: int) -> list[int]:
    slug, language = f"video-{number:03d}", LANGUAGES[number % len(LANGUAGES)]
    folder = root / slug
    folder.mkdir(parents=True)
    talks = [generate_talk(slug, cues, SEED, language)]
    if number % 4 == 0:
        talks.append(generate_talk(slug, cues, SEED, "es" if language == "en" else "en"))
    for talk in talks:
        _write_captions(folder, talk, number)
    if number % 5 == 0:
        (folder / f"chapters.{language}.vtt").write_text(_chapters(talks[0].cues), "utf-8")
    (folder / "video.toml").write_text(_toml(talks[0], number), "utf-8")
    return [len(talk.cues) for talk in talks]


def _write_captions(folder: Path, talk: Talk, number: int) -> None:
    name = f"captions.{talk.language}"
    if number % 2:
        (folder / f"{name}.srt").write_text(write_srt(talk.cues), "utf-8")
    else:
        timed = number % 10 == 0
        text = _word_timed_vtt(talk.cues) if timed else write_vtt(talk.cues, talk.language)
        (folder / f"{name}.vtt").write_text(text, "utf-8")


def _word_timed_vtt(cues: Sequence[Cue]) -> str:
    """WebVTT with a timestamp tag (section 4.2.2) before each word but the first of a cue."""
    blocks = ["WEBVTT"]
    for cue in cues:
        times = f"{format_vtt_timestamp(cue.start_ms)} --> {format_vtt_timestamp(cue.end_ms)}"
        blocks.append(f"{times}\n<v {cue.voice or ''}>{_with_word_times(cue)}</v>")
    return "\n\n".join(blocks) + "\n"


def _with_word_times(cue: Cue) -> str:
    first, *words = cue.text.split()
    step = (cue.end_ms - cue.start_ms) // (len(words) + 1)
    stamps = (format_vtt_timestamp(cue.start_ms + n * step) for n in range(1, len(words) + 1))
    return " ".join([first, *(f"<{at}>{word}" for at, word in zip(stamps, words, strict=True))])


def _chapters(cues: Sequence[Cue]) -> str:
    size = max(len(cues) // _CHAPTERS, 1)
    starts = [cue.start_ms for cue in cues[::size]]
    ends = [*starts[1:], cues[-1].end_ms]
    parts = zip(starts, ends, strict=True)
    return write_vtt([Cue(*times, f"Part {n}") for n, times in enumerate(parts, 1)], "en")


def _toml(talk: Talk, number: int) -> str:
    names = sorted({cue.voice for cue in talk.cues if cue.voice})
    people = (_PERSON.format(name=name, letter=chr(ord("A") + n)) for n, name in enumerate(names))
    quote = ""
    if number % 10 == 0:
        said = talk.cues[len(talk.cues) // 2].text.replace("\n", " ")
        quote = _QUOTE.format(text=said.replace('"', ""), name=names[0])
    head = _TOML.format(title=f"Talk {number}", language=talk.language)
    return "".join([head, *people, quote])
