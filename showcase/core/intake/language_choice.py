"""The language of a caption file: by its name, its words, or what the owner says; never by a guess."""

from dataclasses import dataclass

from showcase.core.text.languages import native_name, same_language


@dataclass(frozen=True, slots=True)
class ContentLanguage:
    """The language that the words of a file are in.

    Attributes:
        tag: a BCP 47 tag; "" where nothing can be said.
        is_certain: it is beyond doubt.
        reason: why it is or is not, the end of a sentence.
    """

    tag: str = ""
    is_certain: bool = False
    reason: str = "has too few words"


@dataclass(frozen=True, slots=True)
class LanguageChoice:
    """The language of a caption file.

    Attributes:
        tag: a BCP 47 tag; "" where it is not beyond doubt.
        reason: what it rests on, or what is in doubt.
        doubt: a sentence where the owner's word and the words differ; else "".
    """

    tag: str
    reason: str
    doubt: str = ""


def choose_language(
    named: str, option: str, content: ContentLanguage, named_by: str = "its name"
) -> LanguageChoice:
    """Choose the language of a file.

    The name counts unless the words are beyond doubt in another language; then the owner has to say. A file
    whose name says nothing is in the language that the owner names, else in that of its words, if that is
    beyond doubt.

    Args:
        named: the tag in the file's name, "" for none.
        option: the tag that the owner gives, "" for none.
        content: what its words say.
        named_by: what `named` is from, the subject of a sentence.
    """
    differs = content.is_certain and not same_language(content.tag, named or option)
    if named and not differs:
        return LanguageChoice(named, f"{named_by} says so")
    if option and (not named or same_language(option, content.tag) or option == named):
        return LanguageChoice(option, "--language says so", _doubt(option, content))
    if named:
        reason = f"{named_by} says {_name(named)}, but it reads like {_name(content.tag)}"
        return LanguageChoice("", reason)
    if content.is_certain:
        return LanguageChoice(content.tag, "by its words")
    return LanguageChoice("", f"its name does not say, and it {content.reason}")


def _doubt(tag: str, content: ContentLanguage) -> str:
    if not content.is_certain or same_language(tag, content.tag):
        return ""
    return f"it reads like {_name(content.tag)}, but --language says {_name(tag)}"


def _name(tag: str) -> str:
    return f"{native_name(tag)} ({tag})"
