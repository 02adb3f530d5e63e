"""Makes fonts and posters smaller without changing how they look: `make slim-static` runs it.

Fonts lose what screens do not use (hinting, vertical metrics); the posters' paths are written shorter. Needs
npm for svgo, and installs fonttools and brotli from PyPI into a temporary environment, all at exact versions.
"""

import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

STATIC = Path(__file__).parents[1] / "static"
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
    for font in sorted((STATIC / "fonts").glob("*.woff2")):
        slim = folder / font.name
        options = (
            "--unicodes=*",
            "--layout-features=ccmp,kern,liga,tnum",
            "--no-hinting",
            "--flavor=woff2",
        )
        tables = "--drop-tables+=GDEF,STAT,vhea,vmtx"
        command = [
            *(str(python), "-m", "fontTools.subset", str(font), "--name-IDs=1,2,13,14"),
            *(*options, tables, f"--output-file={slim}"),
        ]
        subprocess.run(command, check=True)
        shutil.move(slim, font)


if __name__ == "__main__":
    sys.exit(main())
