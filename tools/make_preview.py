"""Makes the preview in transcripts/wsr again: recordings, posters, captions and chapters.

Everything comes from tools/preview/narration.toml and cards.html; docs/how-to/remake-the-preview.md lists
what must be installed. Run it from the top of the repository: python -m tools.make_preview
"""

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tools.preview import tracks
from tools.preview.cards import take_picture
from tools.preview.film import write_posters, write_recordings
from tools.preview.narration import TRANSLATIONS, read_narration
from tools.preview.plan import Plan, make_plan
from tools.preview.speech import Voice

_NARRATION = Path(__file__).parent / "preview" / "narration.toml"
_FOLDER = Path(__file__).parents[1] / "transcripts" / "wsr"
_CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "chrome")


def write_tracks(plan: Plan, folder: Path) -> None:
    """Write the caption files and the chapters into a folder."""
    texts = {"captions.en.vtt": tracks.captions(plan)}
    for language in plan.chapters:
        texts[f"chapters.{language}.vtt"] = tracks.chapters(plan, language)
    for language in TRANSLATIONS:
        texts[f"captions.{language}.vtt"] = tracks.translated_captions(plan, language)
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")


def write_media(plan: Plan, chromium: str, folder: Path) -> None:
    """Write the recordings and the posters into a folder."""
    with TemporaryDirectory() as temporary:
        names = {"poster", *(card.name for card in plan.cards)}
        pictures = {name: Path(temporary, f"{name}.png") for name in sorted(names)}
        for name, picture in pictures.items():
            take_picture(chromium, name, picture)
        write_posters(pictures["poster"], folder)
        write_recordings(plan, pictures, folder)


def find_chromium() -> str:
    """The Chromium of the variable CHROMIUM, or the first one in PATH."""
    found = (shutil.which(name) for name in (os.environ.get("CHROMIUM", ""), *_CHROMIUMS) if name)
    return next((path for path in found if path), "")


def main() -> int:
    """Make the preview; on an error, print one line and exit with code 1."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument(
        "folder", nargs="?", type=Path, default=_FOLDER, help="the folder to write to"
    )
    folder: Path = parser.parse_args().folder
    chromium = find_chromium()
    if not chromium or not shutil.which("ffmpeg"):
        sys.exit(
            "make_preview needs ffmpeg and Chromium: install them, or set CHROMIUM to its path."
        )
    try:
        narration = read_narration(_NARRATION)
        plan = make_plan(narration, Voice(narration))
        write_tracks(plan, folder)
        write_media(plan, chromium, folder)
    except (KeyError, OSError, TypeError, ValueError, subprocess.CalledProcessError) as error:
        sys.exit(f"make_preview: {error}")
    print(f"{plan.cards[-1].end_ms / 1000} s, {len(plan.cues)} cues, in {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
