"""Fills the generated parts of Markdown documents, which are between two comments."""

import re
from collections.abc import Mapping


def fill(document: str, parts: Mapping[str, str]) -> str:
    """Put each part between `<!-- generated: name -->` and `<!-- end -->`.

    Raises:
        KeyError: the document has no place for a part, or a place for a part that is not in `parts`.
    """
    places = re.compile(r"(<!-- generated: (.*?) -->\n).*?(<!-- end -->)", re.DOTALL)
    if missing := parts.keys() - {name for _, name, _ in places.findall(document)}:
        raise KeyError(*sorted(missing))
    return places.sub(lambda place: f"{place[1]}{parts[place[2]].strip()}\n{place[3]}", document)
