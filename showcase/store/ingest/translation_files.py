"""Finds the translations of a TOML file: `video.es.toml` beside `video.toml`."""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from showcase.core.text.language_tags import parse_language_tag
from showcase.errors import Diagnosis, Fault


class TranslationFile(NamedTuple):
    """A translation into `language`, a BCP 47 tag."""

    language: str
    name: str


def find_translation_files(
    names: Iterable[str], original: str, original_language: str, folder: str = ""
) -> tuple[list[TranslationFile], list[Fault]]:
    """The translations of a file among the files beside it, and the faults of their names.

    Args:
        names: of all files in the folder.
        original: "video.toml" or "site.toml".
        original_language: the language of the original, "" when it is unknown.
        folder: what comes before the names in the places of faults ("orchard/").
    """
    stem, _, ending = original.partition(".")
    files: list[TranslationFile] = []
    faults: list[Fault] = []
    for name in sorted(names):
        if name == original or not (name.startswith(f"{stem}.") and name.endswith(f".{ending}")):
            continue
        language = parse_language_tag(name[len(stem) + 1 : -len(ending) - 1]) or ""
        if diagnosis := _name_diagnosis(
            language, original, original_language, {file.language for file in files}
        ):
            faults.append(diagnosis.at(f"{folder}{name}"))
        else:
            files.append(TranslationFile(language, name))
    return files, faults


def _name_diagnosis(
    language: str, original: str, own: str, taken: Collection[str]
) -> Diagnosis | None:
    stem, _, ending = original.partition(".")
    if not language:
        fix = f"rename it as in {stem}.es.{ending}"
        return Diagnosis("unclear-file-name", "The name does not say its language", fix)
    if language == own:
        message = f"It is in the language of {original}"
        return Diagnosis("duplicate-translation", message, "write it there, and remove this file")
    if language in taken:
        message = "Another file is in the same language"
        return Diagnosis("duplicate-translation", message, "keep one of the two")
    return None
