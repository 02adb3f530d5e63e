"""The settings of a showcase. This is the only module that reads the environment, once at the start.

Every setting is a `SHOWCASE_*` variable; docs/reference/settings.md is written from the fields below.
"""

import hashlib
import os
from collections.abc import Callable, Mapping
from dataclasses import Field, dataclass, field, fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Self

from showcase.errors import ShowcaseError
from showcase.listen_addresses import Bind, parse_bind, parse_int, parse_private_bind
from showcase.resources import find_folder
from showcase.site_addresses import (
    parse_hosts,
    parse_origin,
    parse_path,
    parse_redis_url,
    parse_site_url,
)

ENV_PREFIX = "SHOWCASE_"
# More processes or threads than this are a typing error.
_MAX_WORKERS_OR_THREADS = 64
# More than as many processors compute in a minute.
_MAX_VISITOR_SECONDS = _MAX_WORKERS_OR_THREADS * 60


def _parse_concurrency(text: str) -> int:
    return parse_int(text, 1, _MAX_WORKERS_OR_THREADS)


def _parse_visitor_seconds(text: str) -> int:
    return parse_int(text, 0, _MAX_VISITOR_SECONDS)


def _parse_folder(text: str) -> Path:
    text.encode()  # Raises a ValueError where a byte was not UTF-8: snapshots have the path as JSON.
    return Path(text).expanduser().absolute()


@dataclass(frozen=True, slots=True)
class SettingHelp:
    """The documentation of a setting, and how to read it.

    Attributes:
        purpose: what it is for, in sentences.
        accepts: what its variable takes, as the end of the sentence "It takes …".
        parse: turns the variable's text into the value, or raises ValueError.
        default: the default in words, where it depends on the machine; else "".
    """

    purpose: str
    accepts: str
    parse: Callable[[str], object]
    default: str = ""


def _help_metadata(
    purpose: str, accepts: str, parse: Callable[[str], object], default: str = ""
) -> dict[str, SettingHelp]:
    return {"help": SettingHelp(purpose, accepts, parse, default)}


def _default_transcripts() -> Path:
    try:
        return find_folder("transcripts")
    except FileNotFoundError:
        return Path(__file__).parent / "transcripts"  # reading it then reports that it is missing


def _default_state(transcripts: Path, environ: Mapping[str, str]) -> Path:
    """A cache folder of this user for these transcripts (XDG Base Directory Specification).

    Its name has a hash of their path: two folders of transcripts with the same name do not share it.
    """
    cache = environ.get("XDG_CACHE_HOME", "")
    base = Path(cache) if Path(cache).is_absolute() else Path.home() / ".cache"
    path_hash = hashlib.sha256(os.fsencode(transcripts)).hexdigest()[:8]
    return base / "showcase" / f"{transcripts.name}-{path_hash}"


@dataclass(frozen=True, kw_only=True)
class Settings:
    """All settings; a field's variable is `SHOWCASE_` and its name in capitals."""

    transcripts: Path = field(
        metadata=_help_metadata(
            "The folder that has a folder for each video.",
            "the path of a folder, in UTF-8",
            _parse_folder,
            "`transcripts/` of a checkout; in an installed copy the example that comes with it",
        )
    )
    state: Path = field(
        metadata=_help_metadata(
            "Where snapshots and rendered quote cards are kept. You can delete it at any time. Keep it "
            "private, and do not use one from somebody else.",
            "the path of a folder, in UTF-8",
            _parse_folder,
            "a folder for these transcripts in `$XDG_CACHE_HOME/showcase`, else `~/.cache/showcase`",
        )
    )
    bind: Bind = field(
        default=Bind("127.0.0.1", 8000),
        metadata=_help_metadata(
            "Where the server listens.",
            'a host and a port, as in "127.0.0.1:8000" or "[::1]:8000"; port 0 is any free one',
            parse_bind,
        ),
    )
    status_bind: Bind | Path | None = field(
        default=None,
        metadata=_help_metadata(
            "Where the status page listens, for this machine alone: /status says what is served, and what is "
            "wrong in which line. Without it, there is a status page only for who has the token of "
            "`showcase status --token`.",
            'a loopback address and a port, as in "127.0.0.1:8001", or a socket, as in '
            '"unix:/run/showcase/status.sock"',
            parse_private_bind,
        ),
    )
    url: str = field(
        default="",
        metadata=_help_metadata(
            "The address that visitors use; links for other sites and previews begin with it. Without "
            "it, they begin with the host that the visitor's request names.",
            'a web address without "?" and "#", as in "https://videos.example.org"',
            parse_site_url,
        ),
    )
    hosts: tuple[str, ...] = field(
        default=(),
        metadata=_help_metadata(
            "The only host names that requests may have; others are told that the address is not this site's "
            "(421). `/healthz` answers any. Without it, requests may have any.",
            'host names separated by commas, as in "videos.example.org, .example.net" (a dot in front '
            "allows every name under it)",
            parse_hosts,
        ),
    )
    workers: int = field(
        default=2,
        metadata=_help_metadata(
            "How many processes serve pages; one for each core is enough.",
            f"a number from 1 to {_MAX_WORKERS_OR_THREADS}",
            _parse_concurrency,
        ),
    )
    threads: int = field(
        default=4,
        metadata=_help_metadata(
            "How many requests each process answers at once.",
            f"a number from 1 to {_MAX_WORKERS_OR_THREADS}",
            _parse_concurrency,
        ),
    )
    visitor_seconds: int = field(
        default=15,
        metadata=_help_metadata(
            "How many seconds of computing a visitor may ask for in a minute, in searches, and as many in "
            "cards, in the API and in pages. Who asks for more is told when to try again (429). All visitors "
            "behind one address count as one.",
            f"a number from 0 to {_MAX_VISITOR_SECONDS}; 0 for no limit",
            _parse_visitor_seconds,
        ),
    )
    limits_redis: str = field(
        default="",
        metadata=_help_metadata(
            "A Redis in which several machines count together what visitors ask for. While it cannot be "
            "reached, each machine counts for itself.",
            'an address, as in "redis://10.0.0.5:6379/0"',
            parse_redis_url,
        ),
    )
    nginx_media: str = field(
        default="",
        metadata=_help_metadata(
            "Where nginx finds the folder of transcripts: its location that is `internal`. nginx then sends "
            "recordings by itself. Set it only behind such an nginx; without it, the server sends them.",
            'a path, as in "/recordings"',
            parse_path,
        ),
    )
    youtube_origin: str = field(
        default="https://www.youtube-nocookie.com",
        metadata=_help_metadata(
            "Where the frames of YouTube videos come from; only the project's own tests change it.",
            'a scheme and a host, as in "https://www.youtube-nocookie.com"',
            parse_origin,
        ),
    )
    vimeo_origin: str = field(
        default="https://player.vimeo.com",
        metadata=_help_metadata(
            "Where the frames of Vimeo videos come from; only the project's own tests change it.",
            'a scheme and a host, as in "https://player.vimeo.com"',
            parse_origin,
        ),
    )

    @classmethod
    def from_environment(cls, environ: Mapping[str, str]) -> Self:
        """Read all `SHOWCASE_*` variables; an empty one counts as not set.

        Raises:
            ShowcaseError: a variable is unknown or its value cannot be used; a line for each.
        """
        given = {
            name: text.strip() for name, text in environ.items() if name.startswith(ENV_PREFIX)
        }
        given = {name: text for name, text in sorted(given.items()) if text}
        known = {environment_variable(entry): entry for entry in fields(cls)}
        if faults := [fault for name in given if (fault := _find_fault(name, given[name], known))]:
            raise ShowcaseError("\n".join(faults))
        values: dict[str, Any] = {
            known[name].name: setting_help(known[name]).parse(text) for name, text in given.items()
        }
        values.setdefault("transcripts", _default_transcripts())
        values.setdefault("state", _default_state(values["transcripts"], environ))
        return cls(**values)


def load_settings() -> Settings:
    """The settings of this process.

    Raises:
        ShowcaseError: as Settings.from_environment does.
    """
    return Settings.from_environment(os.environ)


def environment_variable(entry: Field[Any]) -> str:
    """The name of the variable of a field of Settings: "SHOWCASE_BIND"."""
    return ENV_PREFIX + entry.name.upper()


def setting_help(entry: Field[Any]) -> SettingHelp:
    """The documentation of a field of Settings."""
    found: SettingHelp = entry.metadata["help"]
    return found


def _find_fault(name: str, text: str, known: Mapping[str, Field[Any]]) -> str | None:
    """What is wrong with a variable, as a line; None when nothing is."""
    if name not in known:
        names = [entry.removeprefix(ENV_PREFIX) for entry in known]
        alike = get_close_matches(name.removeprefix(ENV_PREFIX), names, n=1)
        advice = (
            f"did you mean {ENV_PREFIX}{alike[0]}?"
            if alike
            else f"the settings are {', '.join(known)}."
        )
        return f"{name}: there is no such setting; {advice}"
    try:
        setting_help(known[name]).parse(text)
    except ValueError:
        return f"{name}: {text!r} cannot be used; it takes {setting_help(known[name]).accepts}."
    return None
