"""A process beside the workers that does one job for all of them; it is started again if it dies."""

import logging
import os
import signal
import sys
from collections.abc import Callable, Iterable
from typing import Protocol

# A job is asked to go on for as long as this is true.
GoesOn = Callable[[], bool]

_log = logging.getLogger("showcase")


class Closable(Protocol):
    """A socket that the helper does not need."""

    def close(self) -> None:
        """Close it in this process."""


class HelperProcess:
    """A child of the process that also starts the workers.

    It is forked, so that it runs the code that was read at the start, as workers do. It ends with its parent,
    however that ends.
    """

    def __init__(self, work: Callable[[GoesOn], None]) -> None:
        """Start nothing yet.

        Args:
            work: is called in the process, and ends when the function that it is given says so.
        """
        self._work = work
        self._pid = 0

    def keep_running(self, unneeded: Iterable[Closable]) -> None:
        """Start the process if it does not run.

        Args:
            unneeded: sockets to close in it.
        """
        if self._pid and self._is_running():
            return
        if self._pid:
            _log.warning(
                "Process %d, which watches the transcripts, has ended; starting another", self._pid
            )
        parent = os.getpid()
        self._pid = os.fork()
        if self._pid == 0:
            self._run(parent, unneeded)

    def stop(self) -> None:
        """End the process, whatever it is doing: a build that is cut short changes nothing."""
        if self._pid and self._is_running():
            os.kill(self._pid, signal.SIGKILL)
            os.waitpid(self._pid, 0)
        self._pid = 0

    def _is_running(self) -> bool:
        try:
            ended, _ = os.waitpid(self._pid, os.WNOHANG)
        except ChildProcessError:  # the server has already asked how it ended
            return False
        return not ended

    def _run(self, parent: int, unneeded: Iterable[Closable]) -> None:
        """Work in the new process, and never return from it."""
        try:
            for number in signal.valid_signals() - {signal.SIGKILL, signal.SIGSTOP}:
                if callable(signal.getsignal(number)):
                    signal.signal(number, signal.SIG_DFL)
            signal.pthread_sigmask(signal.SIG_SETMASK, ())
            for socket in unneeded:
                socket.close()
            self._work(lambda: os.getppid() == parent)
        except Exception:  # noqa: BLE001 - nothing is left that could catch it
            _log.exception("The process that watches the transcripts has failed")
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(0)
