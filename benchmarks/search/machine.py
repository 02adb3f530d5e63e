"""The machine and the libraries that the figures were measured with."""

import os
import platform
import sqlite3
from importlib import metadata
from pathlib import Path

LIBRARIES = ("whoosh3", "rapidfuzz", "PyStemmer", "snowballstemmer", "regex", "tantivy")


def machine() -> dict[str, str]:
    """Processor, cores, memory, system, Python and libraries, as people name them."""
    return {
        "processor": _processor(),
        "cores": str(os.cpu_count() or "?"),
        "memory": _memory(),
        "system": f"{platform.system()} {platform.release()}",
        "Python": f"{platform.python_implementation()} {platform.python_version()}",
        "SQLite": sqlite3.sqlite_version,
        **_libraries(),
    }


def _processor() -> str:
    return _line("/proc/cpuinfo", "model name") or platform.processor() or platform.machine()


def _memory() -> str:
    kilobytes = _line("/proc/meminfo", "MemTotal").split()
    return f"{int(kilobytes[0]) / 1024**2:.0f} GB" if kilobytes else "?"


def _line(path: str, name: str) -> str:
    """The value after "name:" in a file of /proc; "" if there is no such file or line."""
    try:
        lines = Path(path).read_text("utf-8").splitlines()
    except OSError:
        return ""
    return next((line.partition(":")[2].strip() for line in lines if line.startswith(name)), "")


def _libraries() -> dict[str, str]:
    installed = {entry.name.lower(): entry.version for entry in metadata.distributions()}
    return {name: installed[name.lower()] for name in LIBRARIES if name.lower() in installed}
