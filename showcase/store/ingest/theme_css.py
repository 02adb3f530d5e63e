"""Checks `tokens.css`, which is beside `site.toml` and overrides the design tokens of the showcase."""

import regex

from showcase.errors import Diagnosis, Fault

TOKENS_CSS = "tokens.css"
_CSS_COMMENT = regex.compile(r"/\*.*?\*/", regex.DOTALL)
_EXTERNAL_REFERENCE = regex.compile(
    r"@import|url\(\s*[\"']?(?:[a-z][a-z0-9+.-]*:|//)", regex.IGNORECASE
)


def check_theme_css(text: str, place: str) -> Fault | None:
    """The first fault of a `tokens.css`, None when there is none.

    Args:
        text: the content of the file.
        place: its path, as the fault names it.
    """
    plain = _CSS_COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text)
    if found := _EXTERNAL_REFERENCE.search(plain):
        line = plain.count("\n", 0, found.start()) + 1
        message = "Nothing may be loaded from other sites"
        fix = "write the tokens here, without @import"
        return Diagnosis("loads-from-elsewhere", message, fix).at(place, line)
    opened, closed = plain.count("{"), plain.count("}")
    if opened != closed:
        message = f"There are {opened} of {{ and {closed} of }}"
        return Diagnosis("unbalanced-braces", message, "close what is open").at(place)
    return None
