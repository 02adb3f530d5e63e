"""The pages of others that are measured beside ours: whose they are, and where they have what.

Their code is a benchmark's dependency: npm installs it into peers/node_modules, or a setting names a folder.
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
    """A page of the field.

    Attributes:
        name: as tables name it.
        page: the file name in peers/pages/, without its ending.
        selectors: where the page has what.
        packages: whose code it is; the first gives the peer its version and licence.
        files: where in a package (`package/path`) the page's files are, and how the page names them.
        search: files that only a checkout has, and that the search needs: without them it is left out.
        bundled: whether peers/pages has a script that must be put together with its packages.
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
            "a.ramp--transcript_item",
            search=".ramp--transcript_search_input input",
            hit=".ramp--transcript_highlight",
            active=".ramp--transcript_item.active",
        ),
        packages=("@samvera/ramp", "video.js", "react"),
        bundled=True,
    ),
)


def package_folder(package: str) -> Path:
    """Where a package is: in the folder that `PEER_NAME` names, else where npm puts it."""
    variable = "PEER_" + package.replace("-", "_").upper()
    return Path(os.environ.get(variable) or MODULES / package)


def made_from(peer: Peer) -> dict[str, dict[str, str]]:
    """Version and licence of each package.

    Raises:
        HarnessError: one is not here.
    """
    return {package: _about(package) for package in peer.packages}


def searches(peer: Peer) -> bool:
    """Whether the peer has a search that can be shown."""
    return bool(peer.selectors.search) and all(found(path).exists() for path in peer.search)


def found(path: str) -> Path:
    """Where a file of a package is (`package/path`)."""
    package, _, inner = path.partition("/")
    return package_folder(package) / inner


def _about(package: str) -> dict[str, str]:
    path = package_folder(package) / "package.json"
    if not path.exists():
        reason = f"{package} is not here: benchmarks/page/README.md says how to get it"
        raise HarnessError(reason)
    told = json.loads(path.read_text("utf-8"))
    return {"version": told["version"], "license": told["license"]}
