"""The folder that an OpenSearch is started from: unpacked once, given its plugin once, and then only read."""

import os
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

from tools.opensearch import maven
from tools.opensearch.engines import LocalEngine, Release
from tools.opensearch.errors import EngineError

_EXECUTABLE = 0o111


def bring_home(engine: LocalEngine) -> None:
    """Bring from Maven what an engine lacks; nothing where it is all here.

    Raises:
        EngineError: it cannot be had.
    """
    release, home = engine.release, engine.home
    if release is None or home.is_dir():
        return
    plain = home.with_name(release.version)
    if not plain.is_dir():
        _make(plain, lambda folder: unpack(maven.bring(release.coordinates, folder), folder))
    if engine.secured:
        _make(home, lambda folder: _with_plugin(plain, release, engine, folder))


def _make(home: Path, make_in: Callable[[Path], Path]) -> None:
    """Make a home in a folder beside it; it gets its name when it is whole."""
    home.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="new-", dir=home.parent) as folder:
        made = make_in(Path(folder))
        try:
            made.rename(home)
        except OSError:
            # Another process was quicker.
            if not home.is_dir():
                raise


def unpack(archive: Path, folder: Path) -> Path:
    """Unpack the one folder of a zip into a folder, for everybody to read, programs as programs; its path.

    Raises:
        EngineError: the zip has something else than one folder.
    """
    with zipfile.ZipFile(archive) as packed:
        tops = {info.filename.partition("/")[0] for info in packed.infolist()}
        if len(tops) != 1:
            message = (
                f"{archive.name} is no OpenSearch: it does not have one folder, but {sorted(tops)}."
            )
            raise EngineError(message)
        target = folder / "unpacked"
        for info in packed.infolist():
            path = Path(packed.extract(info, target))
            mode = info.external_attr >> 16
            path.chmod(0o755 if info.is_dir() or mode & _EXECUTABLE else 0o644)
    return target / tops.pop()


def _with_plugin(plain: Path, release: Release, engine: LocalEngine, folder: Path) -> Path:
    """A copy of a home with the security plugin of its release."""
    assert release.plugin, "engines of other releases are not secured"  # noqa: S101 - for mypy
    archive = maven.bring(release.plugin, folder)
    home = shutil.copytree(plain, folder / "home", symlinks=True)
    command = [str(home / "bin" / "opensearch-plugin"), "install", "--batch", archive.as_uri()]
    installed = subprocess.run(
        command, env=java_environ(engine), capture_output=True, text=True, check=False
    )
    if installed.returncode:
        said = (installed.stderr or installed.stdout).strip().splitlines()[-1:]
        message = f"The security plugin was not installed ({' '.join(said)}): delete {plain}, and try again."
        raise EngineError(message)
    for path in home.rglob("*"):
        readable = 0o755 if path.is_dir() or path.stat().st_mode & _EXECUTABLE else 0o644
        path.chmod(readable)
    return home


def java_environ(engine: LocalEngine) -> dict[str, str]:
    """The environment in which the programs of a home start: nothing of ours but the way to Java."""
    environ = {"PATH": os.environ.get("PATH", os.defpath), "LANG": "C.UTF-8"}
    if engine.java_home:
        environ |= {"OPENSEARCH_JAVA_HOME": str(engine.java_home)}
    return environ


def link_home(home: Path, folder: Path) -> Path:
    """The home again in a folder, without a second copy of its files where the disk is the same; its path.

    A checkout may be where a node's user cannot go, and a node writes beside its home.
    """
    return shutil.copytree(home, folder / "home", copy_function=_link, symlinks=True)


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:
        # Another disk, or files of somebody else.
        shutil.copy2(source, target)
