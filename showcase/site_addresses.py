"""Reads the web addresses, paths and host names that settings have."""

from urllib.parse import urlsplit

import regex

_PATH = regex.compile(r"(/[\w-]+)+/?", regex.ASCII)
_HOST = regex.compile(r"\.?[\w-]+(\.[\w-]+)*|\[[0-9a-f:.]+\]", regex.IGNORECASE | regex.ASCII)


def parse_site_url(text: str) -> str:
    """The http(s) address of a site, without a slash at its end; raises ValueError for anything else."""
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
        raise ValueError(text)
    return text.rstrip("/")


def parse_origin(text: str) -> str:
    """The scheme and host of a site; raises ValueError for anything else."""
    if urlsplit(url := parse_site_url(text)).path:
        raise ValueError(text)
    return url


def parse_redis_url(text: str) -> str:
    """The address of a Redis; raises ValueError for anything else."""
    parts = urlsplit(text)
    if parts.scheme not in ("redis", "rediss", "redis+unix") or not (parts.hostname or parts.path):
        raise ValueError(text)
    return text


def parse_path(text: str) -> str:
    """A path of an address without a slash at its end; raises ValueError for anything else."""
    if not _PATH.fullmatch(text):
        raise ValueError(text)
    return text.rstrip("/")


def parse_hosts(text: str) -> tuple[str, ...]:
    """Names of hosts, separated by commas or spaces; raises ValueError for anything else."""
    hosts = tuple(text.replace(",", " ").split())
    if not all(_HOST.fullmatch(host) for host in hosts):
        raise ValueError(text)
    return hosts
