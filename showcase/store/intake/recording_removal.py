"""What of the texts goes with a recording, by the rule in core/intake/replacement.py."""

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from showcase.core.intake.replacement import synthetic_people
from showcase.errors import Fault
from showcase.store.ingest.site_files import SITE_TOML
from showcase.store.ingest.text_files import read_text_file
from showcase.store.ingest.toml_lines import KeyPath
from showcase.store.intake.toml_editor import remove_keys, toml_values

_REASONS = {
    "source": "the recording before",
    "duration": "it was that of the recording before",
    "voice": "it was that of the recording before",
    "notice": "it was about the recording before",
    "tracks": "they were about tracks that go",
    "poster_alt": "it describes the picture before",
    "without_captions": "there are captions now",
    "people": "a voice of the recording before, and no person",
}


def without_keys(
    text: str,
    keys: Collection[str],
    original: Mapping[str, object] | None = None,
    *,
    swaps: bool,
) -> str:
    """A video.toml, or one in another language, without what goes.

    Args:
        text: of the file.
        keys: that go.
        original: what video.toml says, for one in another language; None for video.toml itself.
        swaps: another recording takes the place, so its synthetic voices go from [[people]].
    """
    people = _tables(original or toml_values(text), "people")
    voices = synthetic_people(people) if swaps else []

    def goes(path: KeyPath, value: Mapping[str, object]) -> bool:
        if path[0] == "people" and len(path) > 1:
            return value.get("name") in voices
        return path[0] in keys

    return remove_keys(text, goes)


def removed_texts(
    present: Mapping[str, object], keys: Collection[str], *, swaps: bool
) -> Iterator[tuple[str, str]]:
    """The keys of video.toml that go, each with the reason."""
    for key in present:
        if key in keys:
            yield key, _REASONS[key]
    for name in synthetic_people(_tables(present, "people")) if swaps else ():
        yield f'people "{name}"', _REASONS["people"]


def small_print_remark(root: Path) -> list[str]:
    """What the site says below every page, which may be about the recording before; it is not changed."""
    text = read_text_file(root, SITE_TOML) if (root / SITE_TOML).is_file() else ""
    said = "" if isinstance(text, Fault) else str(toml_values(text).get("small_print", ""))
    if not said:
        return []
    return [f'site.toml is not changed. Read whether its small_print still holds: "{said}"']


def _tables(values: Mapping[str, object], key: str) -> list[Mapping[str, object]]:
    found = values.get(key, [])
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []
