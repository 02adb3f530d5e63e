"""By name, by words, by what the owner says: one table of all that can come together."""

import pytest

from showcase.core.intake.language_choice import ContentLanguage, choose_language

NOTHING = ContentLanguage()
ENGLISH = ContentLanguage("en", is_certain=True, reason="reads like English (en)")
SPANISH = ContentLanguage("es", is_certain=True, reason="reads like Español (es)")
PERHAPS = ContentLanguage("en", reason="reads like English (en), but not beyond doubt")

# The tag in the name, what the owner says, what the words say; the language, and what it rests on.
CHOICES = [
    ("en", "", NOTHING, "en", "its name says so"),
    ("en", "", ENGLISH, "en", "its name says so"),
    ("en-US", "", ENGLISH, "en-US", "its name says so"),
    ("en", "", PERHAPS, "en", "its name says so"),
    ("en", "es", ENGLISH, "en", "its name says so"),
    ("en", "es", NOTHING, "en", "its name says so"),
    ("en", "", SPANISH, "", "its name says English (en), but it reads like Español (es)"),
    ("en", "fr", SPANISH, "", "its name says English (en), but it reads like Español (es)"),
    ("en", "es", SPANISH, "es", "--language says so"),
    ("en", "en", SPANISH, "en", "--language says so"),
    ("", "es", NOTHING, "es", "--language says so"),
    ("", "es-MX", SPANISH, "es-MX", "--language says so"),
    ("", "es", ENGLISH, "es", "--language says so"),
    ("", "", ENGLISH, "en", "by its words"),
    ("", "", PERHAPS, "", "its name does not say, and it reads like English (en), but not beyond doubt"),
    ("", "", NOTHING, "", "its name does not say, and it has too few words"),
]  # fmt: skip


@pytest.mark.parametrize(("named", "option", "content", "tag", "reason"), CHOICES)
def test_the_language_of_a_file_and_what_it_rests_on(
    named: str, option: str, content: ContentLanguage, tag: str, reason: str
) -> None:
    choice = choose_language(named, option, content)
    assert (choice.tag, choice.reason) == (tag, reason)


@pytest.mark.parametrize(("named", "option", "content", "tag", "_reason"), CHOICES)
def test_where_the_owner_and_the_words_differ_it_is_said(
    named: str, option: str, content: ContentLanguage, tag: str, _reason: str
) -> None:
    doubt = choose_language(named, option, content).doubt
    differs = bool(tag) and content.is_certain and not tag.startswith(content.tag)
    assert bool(doubt) == differs


def test_what_names_the_language_is_named() -> None:
    assert choose_language("en", "", NOTHING, "the feed").reason == "the feed says so"
