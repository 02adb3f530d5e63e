"""Makes the fonts that quote cards are drawn with: `make card-fonts` runs it.

Variable fonts come from PyPI and npm by name and exact version. One instance of each is cut down to the
characters that cards need, and written to static/fonts/cards with its license. coverage.json lists the
characters of each file; text with a character that no file has is not drawn on cards.
"""

import json
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import venv
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

TARGET = Path(__file__).parents[1] / "static" / "fonts" / "cards"
FONT_TOOLS = ("fonttools==4.68.0", "brotli==1.2.1")

# Letters of all languages in Latin script, Vietnamese included, combining accents, and typography: spaces,
# quotation marks, dashes, ellipses, currency signs, arrows.
_LATIN = (
    "20-7E,A0-17F,18F,192,1A0-1A1,1AF-1B0,1CD-1DC,1E6-1E7,1EA-1EB,1F8-1F9,1FC-1FF,200-21B,22A-233,237,"
    "259,2BB-2BC,2C6-2C7,2C9,2D8-2DD,300-304,306-30C,312,31B,323-324,326-328,32E,331,1E00-1EF9,"
    "2000-200D,2010-2015,2018-201E,2020-2022,2026,2030,2032-2033,2039-203A,2044,2052,20A0-20C0,2116,"
    "2122,2190-2193,2212,2215,2219,2248,2260,2264-2265"
)
_BASIC = "20-7E,A0-FF,131,152-153,2000-200F,2010-2015,2018-201E,2022,2026,2039-203A,20AC,2212"

# A "prep" program of more than seven bytes that does nothing keeps FreeType from its own hinting, which at
# 60 px only costs time: twenty milliseconds for a line of Devanagari. The thin space gets the same width in
# all fonts, because Archivo's is as wide as the space between words.
_FINISH = """
import sys
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables.ttProgram import Program
font = TTFont(sys.argv[1], recalcTimestamp=False)
font["head"].created = font["head"].modified = 0  # the same fonts are the same bytes
for name in {font.getBestCmap()[32], font.getBestCmap()[160]}:
    wide, left = font["hmtx"][name]
    font["hmtx"][name] = wide + int(sys.argv[2]), left
if thin := font.getBestCmap().get(0x2009):
    font["hmtx"][thin] = 120, 0
font["prep"] = newTable("prep")
font["prep"].program = Program()
font["prep"].program.fromBytecode(bytes.fromhex("b801ff85b0048d" * 2))
font.save(sys.argv[1])
"""


@dataclass(frozen=True)
class Font:
    """A font file to make.

    Attributes:
        name: of the file, without its extension.
        family: the family of the font.
        package: its name and version in a registry; npm's begin with "@".
        files: the files in the package; several are merged.
        axes: the instance of the variable font.
        characters: code points to keep, as fonttools takes them.
        wider: font units that are added to the space between words, for narrow letters at 60 px.
    """

    name: str
    family: str
    package: str
    files: tuple[str, ...]
    axes: tuple[str, ...]
    characters: str
    wider: int = 0


def _npm(script: str, part: str) -> tuple[str, ...]:
    """The two files in a package of npm, which has one for each set of characters."""
    return tuple(
        f"package/files/noto-sans-{script}-{kind}-standard-normal.woff2" for kind in (part, "latin")
    )


_NOTO_SANS = Font(
    "noto-sans", "Noto Sans", "fontpkg-noto-sans==2.15",
    ("fontpkg_noto_sans/files/NotoSans[wdth,wght].ttf",), ("wdth=62.5", "wght=820"),
    f"{_LATIN},180-2AF,370-3FF,400-52F,1F00-1FFF",
)  # fmt: skip
FONTS = (
    Font(
        "archivo-tight", "Archivo", "fontpkg-archivo==2.1",
        ("fontpkg_archivo/files/Archivo[wdth,wght].ttf",), ("wdth=62", "wght=820"), _LATIN, wider=40,
    ),
    replace(_NOTO_SANS, name="noto-sans-text", axes=("wdth=86", "wght=560")),
    _NOTO_SANS,
    Font(
        "noto-sans-bengali", "Noto Sans Bengali", "@fontsource-variable/noto-sans-bengali@5.3.0",
        _npm("bengali", "bengali"), ("wdth=84", "wght=780"), f"{_BASIC},951-952,964-965,980-9FE,25CC",
    ),
    Font(
        "noto-sans-devanagari", "Noto Sans Devanagari", "fontpkg-noto-sans-devanagari==2.7",
        ("fontpkg_noto_sans_devanagari/files/NotoSansDevanagari[wdth,wght].ttf",),
        ("wdth=84", "wght=780"), f"{_BASIC},900-97F,25CC",
    ),
    Font(
        "noto-sans-arabic", "Noto Sans Arabic", "fontpkg-noto-sans-arabic==2.12",
        ("fontpkg_noto_sans_arabic/files/NotoSansArabic[wdth,wght].ttf",),
        ("wdth=84", "wght=780"), f"{_BASIC},600-6FF,750-77F,25CC,FDF2",
    ),
    Font(
        "noto-sans-hebrew", "Noto Sans Hebrew", "@fontsource-variable/noto-sans-hebrew@5.3.0",
        _npm("hebrew", "hebrew"), ("wdth=76", "wght=800"), f"{_BASIC},591-5F4,20AA,25CC,FB1D-FB4F",
    ),
)  # fmt: skip


def main() -> int:
    """Make all fonts, coverage.json and the README."""
    npm = shutil.which("npm")
    if npm is None:
        print("npm is missing: install Node.js (on Debian: apt-get install npm).", file=sys.stderr)
        return 1
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        maker = Maker(Path(folder), npm)
        coverage = {font.name: maker.make(font) for font in FONTS}
    text = json.dumps(coverage, indent=1)
    (TARGET / "coverage.json").write_text(text + "\n", encoding="utf-8")
    (TARGET / "README.md").write_text(_readme(), encoding="utf-8")
    size = sum(path.stat().st_size for path in TARGET.glob("*.ttf"))
    print(f"{len(FONTS)} fonts are in {TARGET}: {size / 1000:.0f} kB.")
    return 0


class Maker:
    """Fetches packages and runs fonttools, in a temporary folder."""

    def __init__(self, folder: Path, npm: str) -> None:
        self._folder, self._npm = folder, npm
        venv.create(folder / "tools", with_pip=True)
        self._python = str(folder / "tools" / "bin" / "python")
        self._pip("install", *FONT_TOOLS)

    def make(self, font: Font) -> str:
        """Make one font, and return its characters as ranges: "20-7E A0-FF"."""
        fetched = self._fetch(font)
        parts = [self._instance(font, part, n) for n, part in enumerate(fetched)]
        whole = self._joined(parts)
        target = TARGET / f"{font.name}.ttf"
        self._run(
            "-m", "fontTools.subset", str(whole), f"--unicodes={font.characters}",
            "--no-hinting", "--notdef-outline", "--layout-features=*",
            "--layout-features-=aalt,case,dnom,frac,numr,ordn,sinf,subs,sups",
            "--name-IDs=0,1,2,5,13,14", "--drop-tables+=STAT,vhea,vmtx,DSIG,MVAR,meta",
            f"--output-file={target}",
        )  # fmt: skip
        self._run("-c", _FINISH, str(target), str(font.wider))
        return _ranges(self._characters(target))

    def _fetch(self, font: Font) -> list[Path]:
        """Download and unpack a font's package, and copy its license to static/fonts/cards."""
        into = Path(tempfile.mkdtemp(dir=self._folder))
        if font.package.startswith("@"):
            subprocess.run([self._npm, "pack", "--silent", font.package], cwd=into, check=True)
            with tarfile.open(next(into.glob("*.tgz"))) as package:
                package.extractall(into, filter="data")
        else:
            self._run(
                "-m",
                "pip",
                "download",
                "--quiet",
                "--quiet",
                "--no-deps",
                "-d",
                str(into),
                font.package,
            )
            with zipfile.ZipFile(next(into.glob("*.whl"))) as wheel:
                wheel.extractall(into)  # noqa: S202 - zipfile keeps it in the folder
        license_text = next(into.rglob("LICENSE")).read_text(encoding="utf-8")
        (TARGET / f"{_license(font)}").write_text(license_text, encoding="utf-8")
        return [into / name for name in font.files]

    def _instance(self, font: Font, part: Path, number: int) -> Path:
        instance = part.with_name(f"instance-{number}.ttf")
        self._run(
            "-m", "fontTools.varLib.instancer", "--quiet", str(part), *font.axes,
            f"--output={instance}",
        )  # fmt: skip
        return instance

    def _joined(self, parts: Sequence[Path]) -> Path:
        if len(parts) == 1:
            return parts[0]
        joined = parts[0].with_name("joined.ttf")
        self._run("-m", "fontTools.merge", *map(str, parts), f"--output-file={joined}")
        return joined

    def _characters(self, font: Path) -> list[int]:
        table = self._run("-m", "fontTools.ttx", "-q", "-t", "cmap", "-o", "-", str(font))
        return sorted({int(code, 16) for code in re.findall(r'<map code="0x([0-9a-f]+)"', table)})

    def _pip(self, *arguments: str) -> None:
        self._run("-m", "pip", "--quiet", "--quiet", *arguments)

    def _run(self, *arguments: str) -> str:
        done = subprocess.run(
            [self._python, *arguments], check=True, stdout=subprocess.PIPE, encoding="utf-8"
        )
        return done.stdout


def _ranges(codes: Iterable[int]) -> str:
    """Code points as ranges in hexadecimal digits."""
    runs = [list(run) for _, run in groupby(enumerate(codes), key=lambda pair: pair[1] - pair[0])]
    spans = [(run[0][1], run[-1][1]) for run in runs]
    return " ".join(
        f"{first:X}-{last:X}" if last > first else f"{first:X}" for first, last in spans
    )


def _license(font: Font) -> str:
    return f"{font.family.lower().replace(' ', '-')}-OFL.txt"


def _readme() -> str:
    rows = "\n".join(
        f"| `{font.name}.ttf` | {font.family} | {font.package.lstrip('@')} | {', '.join(font.axes)} "
        f"| `{_license(font)}` |"
        for font in FONTS
    )
    return (
        "# Fonts of the quote cards\n\n"
        "All are under the SIL Open Font License 1.1, in the files named below. Each file is one instance\n"
        "of a variable font, cut down to the characters in `coverage.json`, without hinting; Archivo's\n"
        "space is wider. The server draws cards with them; they are not sent to browsers. Made by\n"
        "`make card-fonts`.\n\n"
        "| file | font | package and version | instance | license |\n|---|---|---|---|---|\n"
        f"{rows}\n"
    )


if __name__ == "__main__":
    sys.exit(main())
