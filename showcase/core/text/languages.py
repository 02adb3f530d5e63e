"""Languages by their own names, and which way they are written."""

# BCP 47 primary subtags to the name that its readers call it by.
OWN_NAMES = {
    "ar": "العربية", "bn": "বাংলা", "de": "Deutsch", "en": "English", "es": "Español",
    "fa": "فارسی", "fr": "Français", "he": "עברית", "hi": "हिन्दी", "ht": "Kreyòl ayisyen",
    "it": "Italiano", "ja": "日本語", "ko": "한국어", "pt": "Português", "ru": "Русский",
    "sv": "Svenska", "th": "ไทย", "ur": "اردو", "vi": "Tiếng Việt", "zh": "中文",
}  # fmt: skip
RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})


def own_name(tag: str) -> str:
    """What a language's readers call it: "es" is "Español"; an unknown one keeps its tag."""
    return OWN_NAMES.get(tag.partition("-")[0].lower(), tag)


def same_language(one: str, other: str) -> bool:
    """Can who reads one read the other? "pt-BR" and "pt" are the same language (RFC 4647, section 3.3)."""
    return one.partition("-")[0].lower() == other.partition("-")[0].lower()


def direction(tag: str) -> str:
    """The value of an HTML `dir` attribute: "rtl" or "ltr"."""
    return "rtl" if tag.partition("-")[0].lower() in RIGHT_TO_LEFT else "ltr"
