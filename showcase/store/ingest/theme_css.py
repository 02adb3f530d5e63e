"""`tokens.css`, beside `site.toml`: the tokens that make an archive look like itself."""

import regex

from showcase.errors import Fault

TOKENS_CSS = "tokens.css"
_COMMENT = regex.compile(r"/\*.*?\*/", regex.DOTALL)
_ELSEWHERE = regex.compile(r"@import|url\(\s*[\"']?(?:[a-z][a-z0-9+.-]*:|//)", regex.IGNORECASE)


def check_tokens(text: str, place: str) -> Fault | None:
    """What is wrong with a sheet of tokens; None when nothing is."""
    plain = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text)
    if found := _ELSEWHERE.search(plain):
        line = plain.count("\n", 0, found.start()) + 1
        advice = "Nothing is loaded from other places: write the tokens here, without @import."
        return Fault(f"{place}:{line}", advice)
    opened, closed = plain.count("{"), plain.count("}")
    if opened != closed:
        advice = f"There are {opened} of {{ and {closed} of }}: close what is open."
        return Fault(place, advice)
    return None
