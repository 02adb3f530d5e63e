"""The caption files of the preview (WebVTT, sections 3 and 4)."""

from collections.abc import Iterable
from unicodedata import category

from tools.preview.plan import Plan, PlannedCue

_LINE = 42
_LINES = 2

_ABOUT = {
    "en": (
        "Captions of the read-aloud preview, written by this project; a synthetic voice reads them.\n"
        "Two passages are quotes, word for word, from https://ciw-online.org/blog/2017/12/wsr-video/.\n"
        "Words carry the times at which they were spoken. Made by tools/make_preview.py."
    ),
    "es": (
        "Una traducción hecha para este avance, todavía sin revisar.\n"
        "A translation made for this preview, not yet reviewed: of the English captions, so Enrique\n"
        "Balcazar's words are translated from the English print. Made by tools/make_preview.py."
    ),
    "ht": (
        "Yon tradiksyon ki fèt pou apèsi sa a, poko revize.\n"
        "A translation made for this preview, not yet reviewed: of the English captions, so Enrique\n"
        "Balcazar's words are translated from the English print. Made by tools/make_preview.py."
    ),
    "bn": (
        "এই প্রাকদর্শনের জন্য করা অনুবাদ, এখনও যাচাই করা হয়নি।\n"
        "A translation made for this preview, not yet reviewed: of the English captions, so Enrique\n"
        "Balcazar's words are translated from the English print. Made by tools/make_preview.py."
    ),
    "chapters": "Chapters of the read-aloud preview: title | place. Made by tools/make_preview.py.",
}


def captions(plan: Plan) -> str:
    """The English captions, with the times of their words."""
    cues = (_cue(cue, _timed(cue)) for cue in plan.cues)
    return _file("captions", "en", _ABOUT["en"], cues)


def translated_captions(plan: Plan, language: str) -> str:
    """The captions in another language; a translation's words have no times of their own."""
    cues = (_cue(cue, _escape("\n".join(_lines(cue.translations[language])))) for cue in plan.cues)
    return _file("captions", language, _ABOUT[language], cues)


def chapters(plan: Plan, language: str) -> str:
    """The chapters."""
    cues = (
        f"{_time(chapter.start_ms)} --> {_time(chapter.end_ms)}\n{_escape(chapter.name)}"
        for chapter in plan.chapters[language]
    )
    return _file("chapters", language, _ABOUT["chapters"], cues)


def _file(kind: str, language: str, about: str, cues: Iterable[str]) -> str:
    header = f"WEBVTT\nKind: {kind}\nLanguage: {language}"
    return "\n\n".join([header, f"NOTE\n{about}", *cues]) + "\n"


def _cue(cue: PlannedCue, payload: str) -> str:
    times = f"{_time(cue.start_ms)} --> {_time(cue.end_ms)}"
    return f"{times}\n<v {cue.voice}>{payload}"


def _timed(cue: PlannedCue) -> str:
    """The English words, each but the first with its time before it."""
    starts = iter(cue.starts_ms)
    lines = (
        " ".join(f"<{_time(next(starts))}>{_escape(word)}" for word in line.split())
        for line in _lines(cue.en)
    )
    return "\n".join(lines).removeprefix(f"<{_time(cue.start_ms)}>")


def _lines(text: str) -> list[str]:
    """Break a text into lines of nearly the same length.

    Raises:
        ValueError: it does not fit.
    """
    if _width(text) <= _LINE:
        return [text]
    words = text.split()
    pairs = [[" ".join(words[:i]), " ".join(words[i:])] for i in range(1, len(words))]
    best = min(pairs, key=lambda pair: max(map(_width, pair)))
    if max(map(_width, best)) > _LINE:
        message = f"“{text}” does not fit on {_LINES} lines of {_LINE} characters"
        raise ValueError(message)
    return best


def _width(text: str) -> int:
    """How many characters stand beside one another: a Bengali vowel sign stands at its letter."""
    return sum(not category(character).startswith("M") for character in text)


def _time(ms: int) -> str:
    seconds, rest = divmod(ms, 1000)
    minutes, seconds = divmod(seconds, 60)
    return f"{minutes // 60:02d}:{minutes % 60:02d}:{seconds:02d}.{rest:03d}"


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
