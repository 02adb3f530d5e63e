"""Characters that nobody sees: removed where they would part a word, kept where they mean something.

A soft hyphen, a zero-width space or a byte order mark inside a word would keep it from being found. Joiners
are letters' business in Persian, in the scripts of India and in emoji, and stay there. Direction marks
(Unicode Standard Annex 9) go where they only say which way a whole line runs, which its language says, or
where nothing closes them and they would turn what comes after them; pairs around a part of a line stay.
"""

import regex

# Soft hyphen, zero-width space, word joiner and its invisible kin, byte order mark.
_WORD_BREAKERS = regex.compile("[\u00ad\u180e\u200b\u2060-\u2064\ufeff]+")
# Where a joiner joins nothing: at the beginning, behind a space, and in scripts whose letters do not join.
_IDLE_JOINER = regex.compile(
    r"(?V1)(?<=^|[[\s0-9\p{Latin}\p{Greek}\p{Cyrillic}\p{Hebrew}\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}]"
    r"&&[\p{L}\s0-9]])[\u200c\u200d]+",
    regex.MULTILINE,
)
_MARK_IN_WORD = regex.compile(r"(?<=\w)[\u200e\u200f\u061c]+(?=\w)")
_EMBEDDING = regex.compile("[\u202a-\u202e\u2066-\u2069]")
_OVERRIDES = frozenset("\u202d\u202e")
_CLOSER_BY_OPENER = dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c") | dict.fromkeys(
    "\u2066\u2067\u2068", "\u2069"
)
_DIRECTION_MARKS = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_MARKS_AND_SPACES = f" \t\r\u00a0\u3000{_DIRECTION_MARKS}"
_EDGE_MARKS = " \t\r\u00a0\u3000\u200e\u200f\u061c"
_NO_MARKS = dict.fromkeys(map(ord, _DIRECTION_MARKS))
_JOINERS = "\u200c\u200d"
_ANY = regex.compile(f"[\u00ad\u180e\u200b\u2060-\u2064\ufeff{_JOINERS}{_DIRECTION_MARKS}]")


def remove_unseen(text: str) -> str:
    """A text of one or more lines without the unseen characters that mean nothing in it."""
    if text.isascii() or not _ANY.search(text):
        return text
    text = _IDLE_JOINER.sub("", _WORD_BREAKERS.sub("", text))
    if not any(mark in text for mark in _DIRECTION_MARKS):
        return text
    lines = [_settle_direction(line) for line in text.split("\n")]
    return "\n".join(lines)


def _settle_direction(line: str) -> str:
    line = _remove_embeddings(line) if _EMBEDDING.search(line) else line
    return _MARK_IN_WORD.sub("", _strip_marks(line))


def _strip_marks(line: str) -> str:
    """A line without the marks at its edges; the spaces there may stand between it and a tag."""
    behind = line.lstrip(_EDGE_MARKS)
    text = behind.rstrip(_EDGE_MARKS)
    before, after = line[: len(line) - len(behind)], behind[len(text) :]
    return before.translate(_NO_MARKS) + text + after.translate(_NO_MARKS)


def _remove_embeddings(line: str) -> str:
    """A line without overrides, pairs around all of it, and what is not closed or not opened."""
    open_at: list[int] = []
    kept: dict[int, int] = {}
    for found in _EMBEDDING.finditer(line):
        at = found.start()
        if line[at] in _CLOSER_BY_OPENER:
            open_at.append(at)
        elif open_at and _CLOSER_BY_OPENER[line[open_at[-1]]] == line[at]:
            kept[open_at.pop()] = at
    first_seen = len(line) - len(line.lstrip(_MARKS_AND_SPACES))
    seen_end = len(line.rstrip(_MARKS_AND_SPACES))
    stay = {
        place
        for first, last in kept.items()
        # Around the whole line a pair says what the language of the track says.
        if line[first] not in _OVERRIDES and (first > first_seen or last < seen_end)
        for place in (first, last)
    }
    return "".join(
        char for at, char in enumerate(line) if at in stay or not _EMBEDDING.fullmatch(char)
    )
