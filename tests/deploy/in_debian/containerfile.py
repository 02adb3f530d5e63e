"""Carries out the steps of a Containerfile without a container engine: those that ours has, and no others."""

import json
import re
import shlex
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.deploy.in_debian.debian import Debian

_ASSIGNMENT = re.compile(r'(\w+)=("[^"]*"|\S*)')


def instructions(text: str) -> Iterator[tuple[str, str]]:
    """The instructions of a Containerfile with their arguments; comments and line ends are removed."""
    lines = "\n".join(line for line in text.splitlines() if not line.startswith("#"))
    for line in re.sub(r"\\\n\s*", " ", lines).splitlines():
        if line.strip():
            name, _, arguments = line.strip().partition(" ")
            yield name, arguments.strip()


@dataclass
class Image:
    """What a Containerfile makes.

    Attributes:
        debian: the files, and the variables and user of what runs in them.
        command: that CMD names.
        health: the command that HEALTHCHECK names.
        volumes: the folders that are to be mounted.
    """

    debian: Debian
    command: list[str] = field(default_factory=list)
    health: list[str] = field(default_factory=list)
    volumes: list[str] = field(default_factory=list)


class Builder:
    """Builds the image of a Containerfile.

    Args:
        context: the folder that COPY copies from.
        base: a Debian that stands in for the image of FROM.
        folder: where the stages are made.
    """

    def __init__(self, context: Path, base: Path, folder: Path) -> None:
        self._context = context
        self._base = base
        self._folder = folder
        self._stages: dict[str, Image] = {}
        self._image: Image
        self._workdir = "/"

    def build(self, text: str) -> Image:
        """Carry out all instructions; AssertionError where one fails, KeyError for one we do not have."""
        steps: dict[str, Callable[[str], None]] = {
            "FROM": self._from, "RUN": self._run, "COPY": self._copy, "ENV": self._env,
            "WORKDIR": self._workdir_is, "USER": self._user, "VOLUME": self._volume,
            "EXPOSE": lambda _: None, "CMD": self._cmd, "HEALTHCHECK": self._healthcheck,
        }  # fmt: skip
        for name, arguments in instructions(text):
            steps[name](arguments)
        return self._image

    def _from(self, arguments: str) -> None:
        root = self._folder / f"stage-{len(self._stages)}"
        self._image = Image(Debian.copy_of(self._base, root))
        self._stages[arguments.partition(" AS ")[2] or root.name] = self._image
        self._workdir = "/"

    def _run(self, arguments: str) -> None:
        self._image.debian.run("sh", "-c", f"cd {shlex.quote(self._workdir)} && {arguments}")

    def _copy(self, arguments: str) -> None:
        *sources, target = (word for word in arguments.split() if not word.startswith("--"))
        stage = re.match(r"--from=(\S+) ", arguments)
        top = self._stages[stage[1]].debian.root if stage else self._context
        for source in sources:
            self._copy_one(top / source.lstrip("/"), target)

    def _copy_one(self, source: Path, target: str) -> None:
        inside = target if target.startswith("/") else f"{self._workdir}/{target}"
        path = self._image.debian.root / inside.lstrip("/")
        if source.is_dir():
            ignored = (
                shutil.ignore_patterns("__pycache__")
                if source.is_relative_to(self._context)
                else None
            )
            shutil.copytree(source, path, symlinks=True, ignore=ignored, dirs_exist_ok=True)
        else:
            shutil.copy(source, path / source.name if target.endswith("/") else path)

    def _env(self, arguments: str) -> None:
        environ = self._image.debian.environ
        for name, value in _ASSIGNMENT.findall(arguments):
            environ[name] = value.strip('"').replace("$PATH", environ["PATH"])

    def _workdir_is(self, arguments: str) -> None:
        self._workdir = arguments
        (self._image.debian.root / arguments.lstrip("/")).mkdir(parents=True, exist_ok=True)

    def _user(self, arguments: str) -> None:
        self._image.debian.user = int(arguments)

    def _volume(self, arguments: str) -> None:
        self._image.volumes.append(arguments)

    def _cmd(self, arguments: str) -> None:
        self._image.command = json.loads(arguments)

    def _healthcheck(self, arguments: str) -> None:
        self._image.health = json.loads(arguments.partition("CMD ")[2])
