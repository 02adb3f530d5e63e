"""Finds an OpenSearch: a running one, one in a folder, else one that Maven can bring.

Docker is not asked: nothing here was tried with its images.
"""

import os
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit, urlunsplit

from tools.find_java import find_java_home
from tools.opensearch.access import Access
from tools.opensearch.errors import EngineError, NoAnswerError

# Brought and unpacked once for each checkout; git ignores it.
CACHE = Path(__file__).resolve().parents[2] / ".cache" / "opensearch"
_SECURITY_PLUGIN = Path("plugins", "opensearch-security")


@dataclass(frozen=True, slots=True)
class Release:
    """A version that was tried with this tool, and what runs it.

    Attributes:
        version: "2.19.4".
        oldest_java: the first major version of Java that runs it.
        newest_java: the last one, None where none is known to be too new.
        plugin: the Maven coordinates of its security plugin, None where none is published.
    """

    version: str
    oldest_java: int
    newest_java: int | None = None
    plugin: str | None = None

    @property
    def coordinates(self) -> str:
        """The Maven coordinates of a whole node, as a zip."""
        return f"org.opensearch.distribution.integ-test-zip:opensearch:{self.version}:zip"


RELEASES = {
    # Java 24 took out the security manager, which OpenSearch 2 does not start without (JEP 486).
    "2.19.4": Release("2.19.4", 17, 23, "org.opensearch.plugin:opensearch-security:2.19.4.0:zip"),
    "3.6.0": Release("3.6.0", 21),
}
SECURED = RELEASES["2.19.4"]


@dataclass(frozen=True, slots=True)
class RunningEngine:
    """A cluster that others started; `url` has no name and no password in it."""

    url: str
    version: str
    access: Access

    def __str__(self) -> str:
        return f"OpenSearch {self.version}, running at {self.url}"


@dataclass(frozen=True, slots=True)
class LocalEngine:
    """An OpenSearch in a folder, with the Java that runs it.

    Attributes:
        release: what Maven brings if the folder is not there yet, None where the folder was named.
        java_home: None where the folder has a Java of its own.
    """

    home: Path
    version: str
    java_home: Path | None
    release: Release | None = None
    secured: bool = False

    def __str__(self) -> str:
        java = self.java_home or self.home / "jdk"
        missing = "" if self.home.is_dir() else ", which Maven has to bring first"
        return f"OpenSearch {self.version} in {self.home}{missing}, with the Java in {java}"


def find_engine(
    version: str | None = None, *, secured: bool = False, cache: Path = CACHE
) -> RunningEngine | LocalEngine:
    """What `OPENSEARCH_URL` names, else `OPENSEARCH_HOME`, else a release that a Java here can run.

    Args:
        version: None takes `OPENSEARCH_VERSION`, else whichever there is.
        secured: with TLS and passwords.
        cache: where Maven's are unpacked.

    Raises:
        EngineError: there is none, or what was named is not what was asked for.
    """
    version = version or os.environ.get("OPENSEARCH_VERSION") or None
    if url := os.environ.get("OPENSEARCH_URL"):
        running = _running(url, secured=secured)
        _check_version(running.version, version, f"OPENSEARCH_URL={running.url}")
        return running
    if home := os.environ.get("OPENSEARCH_HOME"):
        named = _named(Path(home), secured=secured)
        _check_version(named.version, version, f"OPENSEARCH_HOME={home}")
        return named
    return _from_maven(_wanted_releases(version, secured=secured), cache, secured=secured)


def _check_version(found: str, asked: str | None, named: str) -> None:
    if asked not in (None, found):
        message = (
            f"{named} is OpenSearch {found}, not {asked}: ask for {found}, or leave the name out."
        )
        raise EngineError(message)


def _running(url: str, *, secured: bool) -> RunningEngine:
    bare = _bare(url)
    if secured:
        message = f"TLS is tested on nodes of its own: leave out OPENSEARCH_URL={bare}."
        raise EngineError(message)
    parts = urlsplit(url)
    user, password = (
        None if part is None else unquote(part) for part in (parts.username, parts.password)
    )
    access = Access(user=user, password=password)
    try:
        found = access.get(bare, "/")["version"]
        version = {"opensearch": found["number"]}[found["distribution"]]
    except NoAnswerError as error:
        message = f"OPENSEARCH_URL: {error} (start it, correct the address, or leave it out)"
        raise EngineError(message) from error
    except (KeyError, TypeError) as error:
        message = f"OPENSEARCH_URL={bare} is no OpenSearch: correct it, or leave it out."
        raise EngineError(message) from error
    return RunningEngine(bare, version, access)


def _bare(url: str) -> str:
    """An address without a name and a password: they go into no message."""
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], "", "", ""))


def _named(home: Path, *, secured: bool) -> LocalEngine:
    versions = sorted(path.stem for path in home.glob("lib/opensearch-[0-9]*.jar"))
    if not versions:
        message = f"OPENSEARCH_HOME={home} is no unpacked OpenSearch: correct it, or leave it out."
        raise EngineError(message)
    if secured and not (home / _SECURITY_PLUGIN).is_dir():
        message = (
            f"OPENSEARCH_HOME={home} has no security plugin: install it there, or leave it out."
        )
        raise EngineError(message)
    version = versions[0].removeprefix("opensearch-")
    java = None if (home / "jdk" / "bin" / "java").is_file() else _java_for(_like(version))
    return LocalEngine(home.resolve(), version, java, secured=secured)


def _like(version: str) -> Release:
    """What a version needs that may not be in the list: as the one in it with the same first number."""
    first = version.partition(".")[0]
    known = [release for name, release in RELEASES.items() if name.partition(".")[0] == first]
    needs = known[0] if known else RELEASES["3.6.0"]
    return Release(version, needs.oldest_java, needs.newest_java)


def _wanted_releases(version: str | None, *, secured: bool) -> list[Release]:
    if version is not None and version not in RELEASES:
        message = (
            f"OpenSearch {version} was not tried: take {' or '.join(RELEASES)}, "
            "or name an unpacked one with OPENSEARCH_HOME."
        )
        raise EngineError(message)
    if secured and version not in (None, SECURED.version):
        message = (
            f"Only OpenSearch {SECURED.version} has its security plugin: take that one for TLS."
        )
        raise EngineError(message)
    if version is not None:
        return [RELEASES[version]]
    return [SECURED] if secured else list(RELEASES.values())


def _from_maven(releases: list[Release], cache: Path, *, secured: bool) -> LocalEngine:
    """The first of the releases that a Java here can run."""
    reasons = []
    for release in releases:
        try:
            java = _java_for(release)
        except EngineError as error:
            reasons.append(error)
            continue
        name = f"{release.version}-secured" if secured else release.version
        return LocalEngine(cache / name, release.version, java, release, secured)
    raise reasons[0]


def _java_for(release: Release) -> Path:
    found = find_java_home(release.oldest_java, release.newest_java)
    if found is None:
        range_ = f"{release.oldest_java} " + (
            f"to {release.newest_java}" if release.newest_java else "or newer"
        )
        message = (
            f"OpenSearch {release.version} needs Java {range_}, and there is none: install one (on Debian: "
            f"apt-get install openjdk-{release.oldest_java}-jre-headless), or name one with JAVA_HOME."
        )
        raise EngineError(message)
    return found
