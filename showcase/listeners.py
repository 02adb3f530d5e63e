"""The sockets that the server listens at.

They are bound before anything else is done, so that a port in use is told first.
"""

import errno
import os
import socket
from dataclasses import dataclass
from pathlib import Path

from showcase.errors import ShowcaseError
from showcase.listen_addresses import Bind

# How many connections may wait to be accepted.
BACKLOG = 512
# Nobody but the user of this process may connect.
_OWNER_ONLY_UMASK = 0o177

_LOOPBACK_BY_WILDCARD = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - compared, not bound
_ADVICE_BY_ERRNO = {
    errno.EADDRINUSE: "the port is in use; stop the program that listens there, or choose another port with "
    "SHOWCASE_BIND (port 0 is any free one).",
    errno.EACCES: "this user is not allowed to; choose a port above 1023 with SHOWCASE_BIND.",
    errno.EADDRNOTAVAIL: "this machine does not have that address; choose 127.0.0.1 with SHOWCASE_BIND.",
}


def bind_private_socket(bind: Bind | Path) -> socket.socket:
    """Bind the socket of the status page, without accepting connections.

    A Unix socket is for its owner alone; one that a server left behind is replaced.

    Raises:
        ShowcaseError: it cannot be used; the message says why and what to do.
    """
    if isinstance(bind, Bind):
        return bind_socket(bind, "SHOWCASE_STATUS_BIND")
    listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    before = os.umask(_OWNER_ONLY_UMASK)
    try:
        _remove_dead_socket(bind)
        listener.bind(str(bind))
    except OSError as error:
        listener.close()
        message = (
            f"Cannot listen on {bind}: {error.strerror}; choose another with SHOWCASE_STATUS_BIND."
        )
        raise ShowcaseError(message) from error
    finally:
        os.umask(before)
    return listener


def _remove_dead_socket(path: Path) -> None:
    """Remove a socket that nobody listens at; one that is in use stays, and so cannot be bound."""
    if not path.is_socket():
        return
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
        try:
            probe.connect(str(path))
        except ConnectionRefusedError:
            path.unlink(missing_ok=True)


def bind_socket(bind: Bind, setting: str = "SHOWCASE_BIND") -> socket.socket:
    """Bind a socket to an address, without accepting connections.

    Args:
        bind: the address.
        setting: the name of the setting that chooses it, for the advice.

    Raises:
        ShowcaseError: the address cannot be used; the message says why and what to do.
    """
    try:
        family, kind, _, _, address = socket.getaddrinfo(*bind, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, kind)
    except OSError as error:
        raise _listen_error(bind, error, setting) from error
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
    except OSError as error:
        listener.close()
        raise _listen_error(bind, error, setting) from error
    return listener


def _listen_error(bind: Bind, error: OSError, setting: str = "SHOWCASE_BIND") -> ShowcaseError:
    advice = _ADVICE_BY_ERRNO.get(
        error.errno or 0, f"{error.strerror}; choose another with SHOWCASE_BIND."
    ).replace("SHOWCASE_BIND", setting)
    return ShowcaseError(f"Cannot listen on {bind}: {advice}")


def browser_url(listener: socket.socket) -> str:
    """The address to open in a browser on this machine; the path of a Unix socket, which browsers cannot."""
    if listener.family == socket.AF_UNIX:
        return str(listener.getsockname())
    host, port, *_ = listener.getsockname()
    return f"http://{Bind(_LOOPBACK_BY_WILDCARD.get(host, host), port)}/"


@dataclass(frozen=True, slots=True)
class Listeners:
    """The bound sockets of a server; they must not be used after it has begun to run.

    Attributes:
        public: for visitors.
        private: for the status page; None for none.
    """

    public: socket.socket
    private: socket.socket | None = None

    def bound(self) -> list[socket.socket]:
        """The public one, then the private one if there is one."""
        return [self.public, *([self.private] if self.private else [])]

    def listen(self) -> list[str]:
        """Accept connections, and give the sockets away as gunicorn takes them.

        Raises:
            ShowcaseError: another process has begun to listen on the same address.
        """
        for each in self.bound():
            try:
                each.listen(BACKLOG)
            except OSError as error:
                raise _listen_error(Bind(*each.getsockname()[:2]), error) from error
        return [f"fd://{each.detach()}" for each in self.bound()]
