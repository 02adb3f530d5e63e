"""Copies the third-party script that pages need (hls.js) into static/vendor: `make vendor` runs it.

npm fetches it by name and exact version, and verifies the download. The files are committed with their
license, so that pages load nothing from other sites.
"""

import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

NAME, VERSION, LICENSE = "hls.js", "1.7.4", "Apache-2.0"
FILES = {
    "package/dist/hls.light.min.mjs": "hls.light.min.mjs",
    "package/dist/hls.worker.js": "hls.worker.js",
    "package/LICENSE": "LICENSE",
}
TARGET = Path(__file__).parents[1] / "static" / "vendor" / "hls"


def main() -> int:
    """Fetch the package, copy the files of FILES, and write a README."""
    npm = shutil.which("npm")
    if npm is None:
        print("npm is missing: install Node.js (on Debian: apt-get install npm).", file=sys.stderr)
        return 1
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([npm, "pack", "--silent", f"{NAME}@{VERSION}"], cwd=folder, check=True)
        with tarfile.open(next(Path(folder).glob("*.tgz"))) as package:
            _take(package)
    (TARGET / "README.md").write_text(_readme(), encoding="utf-8")
    print(f"{NAME} {VERSION} is in {TARGET}.")
    return 0


def _take(package: tarfile.TarFile) -> None:
    for inside, name in FILES.items():
        member = package.extractfile(inside)
        if member is None:
            message = f"{NAME} {VERSION} has no {inside}"
            raise FileNotFoundError(message)
        lines = member.read().decode().splitlines(keepends=True)
        # The source maps are not copied, so browsers must not request them.
        kept = [line for line in lines if not line.startswith("//# sourceMappingURL=")]
        (TARGET / name).write_text("".join(kept), encoding="utf-8")


def _readme() -> str:
    return (
        f"# {NAME} {VERSION}\n\n"
        f"Plays HLS where the browser cannot by itself. License: {LICENSE} (LICENSE beside this file).\n"
        "Unchanged but for the lines that name source maps. Made by `make vendor`.\n"
    )


if __name__ == "__main__":
    sys.exit(main())
