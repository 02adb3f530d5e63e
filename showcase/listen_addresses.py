"""The addresses that the server listens at, and how to read them from a text."""

import os
from ipaddress import ip_address
from pathlib import Path
from typing import NamedTuple

_MAX_PORT = 65_535
_UNIX_PREFIX = "unix:"
# Of macOS; Linux allows four more.
_MAX_SOCKET_PATH_BYTES = 103
_LOCALHOST = {"localhost": "127.0.0.1"}


class Bind(NamedTuple):
    """Where to listen: a host without brackets, and a port, of which 0 is any free one."""

    host: str
    port: int

    def __str__(self) -> str:
        """The usual notation, with an IPv6 address in brackets (RFC 3986, section 3.2.2)."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


def parse_bind(text: str) -> Bind:
    """Read "127.0.0.1:8000", "[::1]:8000" or "localhost:0".

    Raises:
        ValueError: `text` is not a host and a port.
    """
    host, colon, port = text.rpartition(":")
    bare = host.removeprefix("[").removesuffix("]")
    if not colon or not bare or (":" in bare and bare == host):
        raise ValueError(text)
    return Bind(bare, parse_int(port, 0, _MAX_PORT))


def parse_private_bind(text: str) -> Bind | Path:
    """Read an address that only this machine reaches: "127.0.0.1:8001", or "unix:/run/status.sock".

    Raises:
        ValueError: `text` is neither, or other machines could reach it.
    """
    if text.startswith(_UNIX_PREFIX):
        path = Path(text.removeprefix(_UNIX_PREFIX))
        if not path.is_absolute() or len(os.fsencode(path)) > _MAX_SOCKET_PATH_BYTES:
            raise ValueError(text)
        return path
    bind = parse_bind(text)
    if not ip_address(_LOCALHOST.get(bind.host, bind.host)).is_loopback:
        raise ValueError(text)
    return bind


def parse_int(text: str, minimum: int, maximum: int) -> int:
    """Read a number within limits.

    Raises:
        ValueError: `text` is not such a number.
    """
    if not (text.isascii() and text.isdigit() and minimum <= int(text) <= maximum):
        raise ValueError(text)
    return int(text)
