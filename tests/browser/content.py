"""What the browser tests show: one talk, written here, played from a file, from YouTube and from Vimeo."""

import subprocess
from pathlib import Path
from typing import NamedTuple

import imageio_ffmpeg

SECONDS = 180
CUE_SECONDS = 2.0

# Voice and lines; each line is a cue. The third paragraph is the one that is remembered.
OPENING = (
    (
        "Narrator",
        ("Before the sun is up,", "the yard is full of people.", "They wait for the trucks."),
    ),
    ("Rosa Field", ("I was told to wait for work", "and I was not paid for waiting.")),
    (
        "María Reyes",
        (
            "We sat under the mango tree",
            "and wrote down what a fair day is.",
            "It was late when we finished… and nobody went home.",
            "This is the page we keep.",
        ),
    ),
)
FIELDS = ("north", "south", "river", "hill", "road", "church", "bridge", "mill", "well", "barn")
CLOSING = (
    ("Narrator", ("So the rules hold", "because the buyers signed.", "The café is open again.")),
)


class Line(NamedTuple):
    """A cue: seconds, voice, words."""

    start: float
    end: float
    voice: str
    text: str


def _paragraphs() -> list[tuple[str, tuple[str, ...]]]:
    rounds = [
        (
            ("Rosa Field", "Narrator")[number % 2],
            (
                f"In the {field} field we asked about the water.",
                "There was a jug and there was shade,",
                "and the rules were read aloud",
                f"to every picker in the {field} field.",
                "Then the bell rang and the rows began.",
                "Nobody was sent away for asking.",
                "The sheet was signed at noon.",
            ),
        )
        for number, field in enumerate(FIELDS)
    ]
    return [*OPENING, *rounds, *CLOSING]


def lines() -> list[Line]:
    """Every cue, two seconds each, one behind the other."""
    spoken = [(voice, text) for voice, texts in _paragraphs() for text in texts]
    return [
        Line(number * CUE_SECONDS, (number + 1) * CUE_SECONDS, voice, text)
        for number, (voice, text) in enumerate(spoken)
    ]


def start_of(words: str) -> float:
    """When the cue that begins with these words begins, in seconds."""
    return next(line.start for line in lines() if line.text.startswith(words))


def _clock(seconds: float) -> str:
    return f"{int(seconds // 60):02d}:{seconds % 60:06.3f}"


def captions(spoken: list[Line]) -> str:
    """Cues as WebVTT."""
    cues = [
        f"{_clock(line.start)} --> {_clock(line.end)}\n<v {line.voice}>{line.text}\n"
        for line in spoken
    ]
    return "\n".join(["WEBVTT\n", *cues])


CHAPTERS = """WEBVTT

00:00.000 --> 00:18.000
The yard

00:18.000 --> 01:00.000
The fields

01:00.000 --> 03:00.000
The rules
"""


def write_video(folder: Path, *settings: str) -> None:
    """A folder of one video: its captions, chapters and `video.toml`."""
    folder.mkdir(parents=True)
    (folder / "captions.en.vtt").write_text(captions(lines()), "utf-8")
    (folder / "chapters.en.vtt").write_text(CHAPTERS, "utf-8")
    title = f'title = "The yard ({folder.name})"'
    toml = [title, 'language = "en"', 'duration = "3:00"', *settings]
    (folder / "video.toml").write_text("\n".join([*toml, ""]), "utf-8")


def translation() -> list[Line]:
    """Some of it in Spanish, at the same times, so that a word of one language is in the other, too."""
    said = (
        ("Before the sun", "Narrator", "Antes del sol el patio está lleno."),
        ("I was told", "Rosa Field", "Me dijeron que esperara en el patio."),
        ("We sat", "María Reyes", "Nos sentamos debajo del árbol y escribimos las reglas."),
        ("The café", "Narrator", "La puerta del patio está abierta."),
    )
    starts = [(start_of(words), voice, text) for words, voice, text in said]
    return [Line(start, start + 2 * CUE_SECONDS, voice, text) for start, voice, text in starts]


def write_translation(folder: Path) -> None:
    """A second language, so that addresses carry `lang`."""
    (folder / "captions.es.vtt").write_text(captions(translation()), "utf-8")


PAGE = """# About the yard

We keep what was said **there**, and [how we keep it](/videos/yard).

![A jug in the shade](jug.svg)

## What you find

* every word,
* the second at which it was said.

> Nobody was sent away for asking.

| part | kept by |
|---|---|
| recordings | those who were there |
| words, and every correction of a word | whoever listens once more, and writes down what was said |

    a line of code that is longer than a narrow window is wide, and so breaks within it
"""
JUG = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"><path d="M0 0h30v10H0z"/></svg>"""


def write_pages(folder: Path) -> None:
    """A page that an owner wrote, beside the videos."""
    folder.mkdir()
    (folder / "about.md").write_text(PAGE, "utf-8")
    (folder / "jug.svg").write_text(JUG, "utf-8")


DESCRIPTIONS = """WEBVTT

00:01.000 --> 00:03.000
Trucks stand in the dark,
their lamps on.

00:12.500 --> 00:16.000
A hand writes on yellow paper.

02:50.000 --> 02:58.000
The sun stands high over the yard.
"""


def write_descriptions(folder: Path) -> None:
    """What is seen in it; of the words the opening, since what too many videos say is near to nothing."""
    opening = lines()[: sum(len(said) for _, said in OPENING)]
    (folder / "captions.en.vtt").write_text(captions(opening), "utf-8")
    (folder / "descriptions.en.vtt").write_text(DESCRIPTIONS, "utf-8")


# Letters that count two, that are joined, and that run the other way; apostrophes of both kinds.
TONGUES = {
    "en": (
        ("Rosa Field", "It’s Rosa's café 🍎🍏 and the rules don't bend."),
        ("Rosa Field", "We said “no more” and the 👩🏽‍🌾 laughed."),
        ("Narrator", "CIW, معًا and together: that is the way."),
    ),
    "bn": (
        ("Rosa Field", "আমরা নিজেরাই নিয়ম লিখেছি।"),
        ("Rosa Field", "শ্রমিকদের অধিকার কেউ কেড়ে নিতে পারে না।"),
    ),
    "ar": (
        ("Rosa Field", "كتبنا القواعد مع CIW بأنفسنا."),
        ("Rosa Field", "لا أحد يأخذ حقوقنا بعد اليوم."),
    ),
}
TONGUES_SECONDS = 6.0


def write_tongues(folder: Path) -> None:
    """A short talk in three scripts, played from the yard's recording."""
    folder.mkdir(parents=True)
    for language, said in TONGUES.items():
        spoken = [
            Line(number * TONGUES_SECONDS, (number + 1) * TONGUES_SECONDS, voice, text)
            for number, (voice, text) in enumerate(said)
        ]
        (folder / f"captions.{language}.vtt").write_text(captions(spoken), "utf-8")
    toml = [
        'title = "Three tongues"',
        'language = "en"',
        'duration = "3:00"',
        'source = "yard.webm"',
    ]
    people = ["[[people]]", 'name = "Rosa Field"', 'organization = "Pickers United"']
    (folder / "video.toml").write_text("\n".join([*toml, *people, ""]), "utf-8")


UNTIMED = """\
Rosa Field: At night each of us had a lantern.

Narrator: Nobody knows when this was spoken, and nobody guesses which second has which word.

Rosa Field: And at dawn each lantern was out.
"""


# A recording elsewhere is not measured; a test that plays it answers for its host.
ELSEWHERE = "https://video.invalid/yard.webm"


def write_untimed(folder: Path) -> None:
    """A transcript without times beside a recording of unknown length."""
    folder.mkdir(parents=True)
    (folder / "captions.en.txt").write_text(UNTIMED, "utf-8")
    toml = ('title = "At night"', f'source = "{ELSEWHERE}"')
    (folder / "video.toml").write_text("\n".join([*toml, ""]), "utf-8")


def record(path: Path) -> None:
    """A small film of the right length, with a key frame every second and a tone."""
    picture = f"testsrc2=size=160x90:rate=2:duration={SECONDS}"
    tone = f"sine=frequency=220:sample_rate=16000:duration={SECONDS}"
    # A package brings the program, so that a new machine needs no more than make installs.
    program = imageio_ffmpeg.get_ffmpeg_exe()
    command = [program, "-v", "error", "-f", "lavfi", "-i", picture, "-f", "lavfi", "-i", tone]
    coding = [
        "-c:v",
        "libvpx",
        "-deadline",
        "realtime",
        "-cpu-used",
        "16",
        "-g",
        "2",
        "-b:v",
        "40k",
    ]
    sound = ["-c:a", "libopus", "-b:a", "8k"]
    subprocess.run([*command, *coding, *sound, str(path)], check=True, timeout=60)
