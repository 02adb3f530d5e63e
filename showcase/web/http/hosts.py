"""The host that a request names, and whether it is one of the site's (`SHOWCASE_HOSTS`)."""

from collections.abc import Collection

from flask import Flask, current_app, request
from werkzeug.exceptions import BadRequest, MisdirectedRequest

# What answers whatever the server is called: a proxy, a container or a monitor asks for it by an IP address.
# It tells nothing of the site.
_ANY_HOST_ENDPOINTS = frozenset({"media.healthz"})


def add_host_check(app: Flask, hosts: Collection[str]) -> None:
    """Have an app refuse requests for hosts that are not the site's, before anything else is answered.

    Args:
        app: gets the check.
        hosts: names; one with a dot in front allows itself and every name under it. Empty to answer any.
    """
    app.config["SITE_HOSTS"] = tuple(name.lower() for name in hosts)
    app.before_request(_refuse_foreign_host)


def host_name(host: str) -> str:
    """The name in a Host header, in lower case, without its port and the brackets of IPv6.

    >>> host_name("Videos.example.org:8443"), host_name("[::1]:8000")
    ('videos.example.org', '::1')
    """
    name, _, port = host.rpartition(":")
    name = name if name and port.isdigit() else host
    return name.removeprefix("[").removesuffix("]").lower()


def is_host_of(host: str, names: Collection[str]) -> bool:
    """True when a Host header names one of these; a name with a dot in front stands for all under it, too."""
    asked = host_name(host)
    return any(
        asked == host_name(name.removeprefix("."))
        or (name.startswith(".") and asked.endswith(name))
        for name in names
    )


def _refuse_foreign_host() -> None:
    """Refuse by RFC 9110, section 15.5.20; what is no host at all by RFC 9112, section 3.2."""
    names: tuple[str, ...] = current_app.config["SITE_HOSTS"]
    if not names or request.endpoint in _ANY_HOST_ENDPOINTS or is_host_of(request.host, names):
        return
    # Werkzeug reads a Host with letters that no host has as an empty one.
    raise MisdirectedRequest if request.host else BadRequest
