"""The peers: other transcript players that are compared with ours, their files and their CSS selectors.

Their code is a dependency of this benchmark: npm installs it into peers/node_modules, or a setting names a
folder.
"""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.page.harness import HERE, HarnessError, Selectors

FOLDER = HERE / "peers"
MODULES = FOLDER / "node_modules"


@dataclass(frozen=True, slots=True)
class Peer:
    """Another transcript player.

    Attributes:
        name: as in the tables.
        page: the file name in peers/pages/, without its extension.
        selectors: of the page's elements.
        packages: the packages it needs, its own first.
        files: the names of files on the page, by where they are in a package (`package/path`).
        search: likewise the files that only its search needs; it has no search without them.
        bundled: whether peers/pages/ has a script that must be bundled with its packages.
    """

    name: str
    page: str
    selectors: Selectors
    packages: tuple[str, ...] = ()
    files: Mapping[str, str] = field(default_factory=dict)
    search: Mapping[str, str] = field(default_factory=dict)
    bundled: bool = False


PEERS = (
    Peer(
        "a plain list",
        "plain",
        Selectors(".words button", search="#search"),
    ),
    Peer(
        "Hyperaudio Lite",
        "hyperaudio",
        Selectors("[data-m]", search="#search", hit=".search-mark", active="p.active"),
        packages=("hyperaudio-lite",),
        files={"hyperaudio-lite/js/hyperaudio-lite.js": "hyperaudio-lite.js"},
        search={
            "hyperaudio-lite/js/hyperaudio-lite-extension.js": "hyperaudio-lite-extension.js",
            "hyperaudio-lite/css/hyperaudio-lite-player.css": "hyperaudio-lite-player.css",
        },
    ),
    Peer(
        "transcript-ac",
        "transcript-ac",
        Selectors(".transcript-line .transcript-text", active=".transcript-line.is-active"),
        packages=("videojs-transcript-ac", "video.js-5"),
        files={
            "videojs-transcript-ac/dist/videojs-transcript.min.js": "videojs-transcript.min.js",
            "videojs-transcript-ac/css/videojs-transcript.css": "videojs-transcript.css",
            "video.js-5/dist/video.min.js": "video.min.js",
            "video.js-5/dist/video-js.min.css": "video-js.min.css",
        },
    ),
    Peer(
        "Able Player",
        "ableplayer",
        Selectors(
            ".able-transcript-seekpoint.able-transcript-caption",
            search="#terms",
            hit=".able-search-term",
            active=".able-highlight",
        ),
        packages=("ableplayer", "jquery", "js-cookie"),
        files={
            "ableplayer/build/ableplayer.min.js": "build/ableplayer.min.js",
            "ableplayer/build/ableplayer.min.css": "build/ableplayer.min.css",
            "ableplayer/button-icons": "button-icons",
            "ableplayer/translations": "translations",
            "jquery/dist/jquery.min.js": "jquery.min.js",
            "js-cookie/dist/js.cookie.min.js": "js.cookie.min.js",
        },
    ),
    Peer(
        "vjstranscribe",
        "vjstranscribe",
        Selectors(
            ".vjs-transcribe-cueline",
            search=".vjs-transcribe-search input",
            hit=".vjs-transcribe-search-result b",
            active=".cue-active",
            opens=("#show",),
        ),
        packages=("videojs-vjstranscribe", "video.js"),
        files={
            "videojs-vjstranscribe/dist/videojs-vjstranscribe.js": "videojs-vjstranscribe.js",
            "videojs-vjstranscribe/dist/videojs-vjstranscribe.css": "videojs-vjstranscribe.css",
            "video.js/dist/video.min.js": "video.min.js",
            "video.js/dist/video-js.min.css": "video-js.min.css",
        },
    ),
    Peer(
        "Ramp",
        "ramp",
        Selectors(
            ".ramp--transcript_time",
            search=".ramp--transcript_search_input input",
            hit=".ramp--transcript_highlight",
            active=".ramp--transcript_item.active",
        ),
        packages=("@samvera/ramp", "react"),
        bundled=True,
    ),
)


def package_folder(package: str) -> Path:
    """The folder of a package: the one that the variable `PEER_<NAME>` names, or where npm puts it.

    The name is that of the package without its owner: `PEER_RAMP` for "@samvera/ramp".
    """
    variable = "PEER_" + package.rpartition("/")[2].replace("-", "_").upper()
    return Path(os.environ.get(variable) or MODULES / package).absolute()


def package_versions(peer: Peer) -> dict[str, dict[str, str]]:
    """Version and license of each package, by its name.

    Raises:
        HarnessError: a package is not installed.
    """
    return {package: _about(package) for package in peer.packages}


def has_search(peer: Peer) -> bool:
    """Whether the peer has a search, and the files that it needs."""
    return bool(peer.selectors.search) and all(package_file(path).exists() for path in peer.search)


def package_file(path: str) -> Path:
    """Where a file of a package is, given as `package/path`."""
    package, _, inner = path.partition("/")
    return package_folder(package) / inner


def _about(package: str) -> dict[str, str]:
    path = package_folder(package) / "package.json"
    if not path.exists():
        reason = f"{package} is not installed: benchmarks/page/README.md says how to get it"
        raise HarnessError(reason)
    about = json.loads(path.read_text("utf-8"))
    return {"version": about["version"], "license": about["license"]}
