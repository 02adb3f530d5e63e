"""Makes fonts and posters smaller without changing how they look: `make slim-static` runs it.

Fonts lose what screens do not use (hinting, vertical metrics) and are cut in two: the letters of English,
Spanish, Haitian Creole and French, and the rest of Latin-1, which a page asks for only where it has such a
letter (`unicode-range` of static/css/tokens.css). The posters' paths are written shorter. Needs npm for svgo,
and installs fonttools and brotli from PyPI into a temporary environment, all at exact versions.
"""

import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

STATIC = Path(__file__).parents[1] / "static"
WHOLE_FONTS = Path(__file__).parent / "fonts"
# Unicode ranges, by the end of the file's name; tests hold the style sheets to them.
FONT_PARTS = {
    "": "U+20-7E,U+A0-A1,U+AB,U+B7,U+BB,U+BF-C1,U+C7-CA,U+CD,U+D1-D3,U+D7,U+D9-DA,U+E0-E2,U+E7-EB,U+ED-EF,"
    "U+F1-F4,U+F9-FC,U+2013-2014,U+2018-2019,U+201C-201D,U+2026",
    "-more": "U+C2-C6,U+CB-CC,U+CE-D0,U+D4-D6,U+D8,U+DB-DF,U+E3-E6,U+EC,U+F0,U+F5-F8,U+FD-FF",
}
POSTERS = (STATIC.parent / "transcripts" / "wsr" / "poster.svg",)
FONT_TOOLS = ("fonttools==4.68.0", "brotli==1.2.1")
SVGO = "svgo@4.1.0"


def main() -> int:
    """Slim every font and every poster in place."""
    npx = shutil.which("npx")
    if npx is None:
        print("npx is missing: install Node.js (on Debian: apt-get install npm).", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        _slim_fonts(Path(folder))
    for poster in POSTERS:
        subprocess.run([npx, "--yes", SVGO, "--multipass", "-p", "0", str(poster)], check=True)
    return 0


def _slim_fonts(folder: Path) -> None:
    venv.create(folder, with_pip=True)
    python = folder / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "--quiet", *FONT_TOOLS], check=True)
    for font in sorted(WHOLE_FONTS.glob("*.woff2")):
        for end, characters in FONT_PARTS.items():
            _cut_font(python, font, characters, STATIC / "fonts" / f"{font.stem}{end}.woff2")


def _cut_font(python: Path, font: Path, characters: str, part: Path) -> None:
    options = (
        f"--unicodes={characters}",
        "--layout-features=ccmp,kern,liga,tnum",
        "--no-hinting",
        "--flavor=woff2",
        "--name-IDs=1,2,13,14",
        "--drop-tables+=GDEF,STAT,vhea,vmtx",
        f"--output-file={part}",
    )
    subprocess.run([python, "-m", "fontTools.subset", font, *options], check=True)


if __name__ == "__main__":
    sys.exit(main())
