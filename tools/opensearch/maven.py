"""Brings a file from Maven Central, by Maven itself with the settings of this machine."""

import os
import shutil
import subprocess
from pathlib import Path

from tools.opensearch.errors import EngineError

LOG = "maven.log"
_INSTEAD = (
    "or name an unpacked OpenSearch with OPENSEARCH_HOME or a running one with OPENSEARCH_URL"
)
# What Maven and Java print, and what it means; the first that is found counts.
_CAUSES = (
    (
        ("status code: 401", "status code: 403", "Forbidden", "Unauthorized"),
        "the repository refuses it: take another version",
    ),
    (("Could not find artifact",), "the repository does not have it: take another version"),
    (
        ("Unknown host", "Connection refused", "timed out", "Network is unreachable", "No route",
         "Name or service not known", "Temporary failure", "offline mode",
         # Maven fetches its own plugin first.
         "No plugin found for prefix"),
        "there is no network to it: connect this machine, or give Maven a proxy in its settings.xml",
    ),
)  # fmt: skip


def bring(coordinates: str, folder: Path) -> Path:
    """Copy the file with these coordinates, "group:name:version:zip", into a folder; its path there.

    What Maven prints goes to `maven.log` beside the folder.

    Raises:
        EngineError: there is no Maven, or it could not bring the file.
    """
    maven = shutil.which("mvn")
    if maven is None:
        message = (
            "There is no OpenSearch, and no Maven to bring it: "
            f"install Maven (on Debian: apt-get install maven), {_INSTEAD}."
        )
        raise EngineError(message)
    for goal in (["get", "-Dtransitive=false"], ["copy", f"-DoutputDirectory={folder}"]):
        _run(maven, [f"dependency:{goal[0]}", f"-Dartifact={coordinates}", goal[1]], folder)
    [found] = folder.glob(f"{coordinates.split(':')[1]}-*.zip")
    return found


def _run(maven: str, arguments: list[str], folder: Path) -> None:
    # --strict-checksums: what does not have its published checksum is refused.
    command = [maven, "--batch-mode", "--strict-checksums", *arguments]
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, env=_without_colors(), check=False
    )
    log = folder.parent / LOG
    log.write_text(f"{done.stdout}\n{done.stderr}", "utf-8")
    if done.returncode:
        artifact = arguments[1].partition("=")[2]
        message = f"Maven could not bring {artifact}: {cause(done.stdout)}, {_INSTEAD} ({log})."
        raise EngineError(message)


def cause(output: str) -> str:
    """Why Maven failed and what to do about it, by what it printed."""
    for signs, meaning in _CAUSES:
        if any(sign in output for sign in signs):
            return meaning
    return "see what it printed"


def _without_colors() -> dict[str, str]:
    return {**os.environ, "MAVEN_ARGS": "", "TERM": "dumb"}
