"""What an owner can set: the one module that reads the environment, and reads it once.

Every setting is a `SHOWCASE_*` variable; docs/reference/settings.md is made from the fields below.
"""

import hashlib
import os
from collections.abc import Callable, Mapping
from dataclasses import Field, dataclass, field, fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NamedTuple, Self
from urllib.parse import urlsplit

import regex

from showcase.errors import ShowcaseError
from showcase.resources import find_folder

PREFIX = "SHOWCASE_"
_PORT_MOST = 65_535
# More processes or threads than this are a slip of the hand, not a wish.
_AT_ONCE_MOST = 64
_HOST = regex.compile(r"\.?[\w-]+(\.[\w-]+)*|\[[0-9a-f:.]+\]", regex.IGNORECASE | regex.ASCII)


class Bind(NamedTuple):
    """Where to listen; port 0 is any free one."""

    host: str
    port: int

    def __str__(self) -> str:
        """As people write it; an IPv6 address stands in brackets (RFC 3986, section 3.2.2)."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


def read_bind(text: str) -> Bind:
    """Read "127.0.0.1:8000", "[::1]:8000" or "localhost:0".

    Raises:
        ValueError: it is no host and port.
    """
    host, colon, port = text.rpartition(":")
    bare = host.removeprefix("[").removesuffix("]")
    if not colon or not bare or (":" in bare and bare == host):
        raise ValueError(text)
    return Bind(bare, _number(port, 0, _PORT_MOST))


def _number(text: str, least: int, most: int) -> int:
    if not (text.isascii() and text.isdigit() and least <= int(text[:9]) <= most):
        raise ValueError(text)
    return int(text)


def _at_once(text: str) -> int:
    return _number(text, 1, _AT_ONCE_MOST)


def _folder(text: str) -> Path:
    return Path(text).expanduser().absolute()


def _url(text: str) -> str:
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
        raise ValueError(text)
    return text.rstrip("/")


def _origin(text: str) -> str:
    if urlsplit(url := _url(text)).path:
        raise ValueError(text)
    return url


def _hosts(text: str) -> tuple[str, ...]:
    hosts = tuple(text.replace(",", " ").split())
    if not all(_HOST.fullmatch(host) for host in hosts):
        raise ValueError(text)
    return hosts


@dataclass(frozen=True, slots=True)
class About:
    """What is said about a setting.

    Attributes:
        purpose: what it is for, in sentences.
        takes: what its variable takes, as the end of the sentence "It takes ...".
        read: makes the value of the variable's text, or raises ValueError.
        default: in words, where the default depends on the machine; else "".
    """

    purpose: str
    takes: str
    read: Callable[[str], object]
    default: str = ""


def _about(
    purpose: str, takes: str, read: Callable[[str], object], default: str = ""
) -> dict[str, About]:
    return {"about": About(purpose, takes, read, default)}


def _shipped_transcripts() -> Path:
    try:
        return find_folder("transcripts")
    except FileNotFoundError:
        return Path(__file__).parent / "transcripts"  # who reads it says that it is missing


def _own_state(transcripts: Path, environ: Mapping[str, str]) -> Path:
    """A folder of this user for these transcripts: two of them served at once never mix."""
    cache = environ.get("XDG_CACHE_HOME", "")
    base = Path(cache) if Path(cache).is_absolute() else Path.home() / ".cache"
    mark = hashlib.sha256(os.fsencode(transcripts)).hexdigest()[:8]
    return base / "showcase" / f"{transcripts.name}-{mark}"


@dataclass(frozen=True, kw_only=True)
class Settings:
    """All settings; a field's variable is its name in capitals behind `SHOWCASE_`."""

    transcripts: Path = field(
        metadata=_about(
            "The folder that holds one folder a video.",
            "the path of a folder",
            _folder,
            "`transcripts/` of a checkout; in an installed copy the WSR video that came with it",
        )
    )
    state: Path = field(
        metadata=_about(
            "Where snapshots and drawn quote cards are kept. It may be deleted at any time. Keep it "
            "private, and take none from others.",
            "the path of a folder",
            _folder,
            "a folder for these transcripts in `$XDG_CACHE_HOME/showcase`, else `~/.cache/showcase`",
        )
    )
    bind: Bind = field(
        default=Bind("127.0.0.1", 8000),
        metadata=_about(
            "Where the server listens.",
            'a host and a port, as in "127.0.0.1:8000" or "[::1]:8000"; port 0 is any free one',
            read_bind,
        ),
    )
    url: str = field(
        default="",
        metadata=_about(
            "The address that visitors use; links for other sites and previews begin with it. Without "
            "it, they begin with what the visitor asked for.",
            'a web address without "?" and "#", as in "https://videos.example.org"',
            _url,
        ),
    )
    hosts: tuple[str, ...] = field(
        default=(),
        metadata=_about(
            "The only host names that are answered. Without it, all are.",
            'host names parted by commas, as in "videos.example.org, .example.net" (a dot in front '
            "takes every name under it)",
            _hosts,
        ),
    )
    workers: int = field(
        default=2,
        metadata=_about(
            "How many processes serve pages; one for each core is plenty.",
            f"a number from 1 to {_AT_ONCE_MOST}",
            _at_once,
        ),
    )
    threads: int = field(
        default=4,
        metadata=_about(
            "How many pages each process makes at once.",
            f"a number from 1 to {_AT_ONCE_MOST}",
            _at_once,
        ),
    )
    youtube_origin: str = field(
        default="https://www.youtube-nocookie.com",
        metadata=_about(
            "Where the frames of YouTube videos come from; the project's own tests change it.",
            'a scheme and a host, as in "https://www.youtube-nocookie.com"',
            _origin,
        ),
    )
    vimeo_origin: str = field(
        default="https://player.vimeo.com",
        metadata=_about(
            "Where the frames of Vimeo videos come from; the project's own tests change it.",
            'a scheme and a host, as in "https://player.vimeo.com"',
            _origin,
        ),
    )

    @classmethod
    def from_environment(cls, environ: Mapping[str, str]) -> Self:
        """Read all `SHOWCASE_*` variables; an empty one counts as not set.

        Raises:
            ShowcaseError: with a line for each variable that is unknown or cannot be read.
        """
        given = {name: text.strip() for name, text in environ.items() if name.startswith(PREFIX)}
        given = {name: text for name, text in sorted(given.items()) if text}
        known = {variable(entry): entry for entry in fields(cls)}
        if faults := [fault for name in given if (fault := _fault(name, given[name], known))]:
            raise ShowcaseError("\n".join(faults))
        values: dict[str, Any] = {
            known[name].name: about(known[name]).read(text) for name, text in given.items()
        }
        values.setdefault("transcripts", _shipped_transcripts())
        values.setdefault("state", _own_state(values["transcripts"], environ))
        return cls(**values)


def settings_of_process() -> Settings:
    """The settings that this process was started with.

    Raises:
        ShowcaseError: see Settings.from_environment.
    """
    return Settings.from_environment(os.environ)


def variable(entry: Field[Any]) -> str:
    """The variable of a field: "SHOWCASE_BIND"."""
    return PREFIX + entry.name.upper()


def about(entry: Field[Any]) -> About:
    """What is said about a field of Settings."""
    found: About = entry.metadata["about"]
    return found


def _fault(name: str, text: str, known: Mapping[str, Field[Any]]) -> str | None:
    """What is wrong with a variable, None when nothing is."""
    if name not in known:
        ours = [entry.removeprefix(PREFIX) for entry in known]
        alike = get_close_matches(name.removeprefix(PREFIX), ours, n=1)
        advice = f"did you mean {PREFIX}{alike[0]}?" if alike else f"there are {', '.join(known)}."
        return f"{name}: there is no such setting; {advice}"
    try:
        about(known[name]).read(text)
    except ValueError:
        return f"{name}: {text!r} cannot be used; it takes {about(known[name]).takes}."
    return None
