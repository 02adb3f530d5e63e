"""The files of translations by their names: `video.es.toml` beside `video.toml`."""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from showcase.core.text.language_tags import read_tag
from showcase.errors import Fault


class TranslationFile(NamedTuple):
    """A file that says in `language` what the original says."""

    language: str
    name: str


def find_translations(
    names: Iterable[str], original: str, own: str, folder: str = ""
) -> tuple[list[TranslationFile], list[Fault]]:
    """The translations of an original among the files beside it, and what is wrong with their names.

    Args:
        names: of all files.
        original: "video.toml" or "site.toml".
        own: the language of the original, "" when it is not said.
        folder: what stands in front of the names in faults ("wsr/").
    """
    stem, _, ending = original.partition(".")
    files: list[TranslationFile] = []
    faults: list[Fault] = []
    for name in sorted(names):
        if name == original or not (name.startswith(f"{stem}.") and name.endswith(f".{ending}")):
            continue
        language = read_tag(name[len(stem) + 1 : -len(ending) - 1]) or ""
        if message := _name_fault(language, original, own, {file.language for file in files}):
            faults.append(Fault(f"{folder}{name}", message))
        else:
            files.append(TranslationFile(language, name))
    return files, faults


def _name_fault(language: str, original: str, own: str, taken: Collection[str]) -> str:
    stem, _, ending = original.partition(".")
    if not language:
        return f"The name does not say its language: rename it as in {stem}.es.{ending}."
    if language == own:
        return f"It is in the language of {original}: write it there, and take this file out."
    if language in taken:
        return "Another file holds the same language: keep one of the two."
    return ""
