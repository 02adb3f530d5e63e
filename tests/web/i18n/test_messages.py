"""The catalogs of messages: complete, as tools/messages.py writes them, and safe in pages."""

import re
from functools import cache

import pytest
from babel.core import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from showcase.web.i18n.catalogs import DEFAULT_LOCALE, LOCALES, load_catalog, script_messages
from tests.conftest import slow_after
from tools.messages import extract, path_of, untranslated, update

TRANSLATED = [tag for tag in LOCALES if tag != DEFAULT_LOCALE]
GAP = re.compile(r"%\(\w+\)s|\{\w+\}")
# Jinja writes messages as they are, into text and into attributes between double quotes.
MARKUP = re.compile(r'[<>&"]')

said = cache(extract)


@cache
def catalog(tag: str) -> Catalog:
    with path_of(tag).open("rb") as source:
        return read_po(source, locale=tag)


def forms(text: object) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text or ())  # type: ignore[arg-type]


def messages(tag: str) -> list[Message]:
    return [message for message in catalog(tag) if message.id]


def test_there_are_the_languages_of_those_the_videos_tell_of() -> None:
    assert LOCALES == ("en", "bn", "es", "ht")


@pytest.mark.parametrize("tag", TRANSLATED)
class TestCatalog:
    def test_has_every_sentence_and_no_other_as_make_messages_writes_it(self, tag: str) -> None:
        assert path_of(tag).read_bytes() == update(tag, said()), "run: make messages"

    def test_is_complete(self, tag: str) -> None:
        assert untranslated(catalog(tag)) == []

    def test_keeps_what_is_filled_in(self, tag: str) -> None:
        for message in messages(tag):
            wanted = {frozenset(GAP.findall(form)) for form in forms(message.id)}
            assert {frozenset(GAP.findall(form)) for form in forms(message.string)} == wanted
            assert all(
                len(GAP.findall(f)) == len(set(GAP.findall(f))) for f in forms(message.string)
            )

    def test_holds_text_and_no_markup(self, tag: str) -> None:
        for message in messages(tag):
            for form in (*forms(message.id), *forms(message.string)):
                assert not MARKUP.search(form), form
                assert form == form.strip(), form
                assert "%" not in GAP.sub("", form), form

    @pytest.mark.parametrize("numbers", slow_after(1, [range(2_000), range(200_000)]))
    def test_has_a_form_for_every_category_of_whole_numbers(self, tag: str, numbers: range) -> None:
        """The plural rules of CLDR, which browsers follow, for the numbers that pages have."""
        index, category = load_catalog(tag).plural, Locale.parse(tag).plural_form
        both = {(category(number), index(number)) for number in numbers}
        assert len(both) == len({each for each, _ in both}) == catalog(tag).num_plurals
        for message in messages(tag):
            if isinstance(message.id, tuple):
                assert len(forms(message.string)) == catalog(tag).num_plurals

    def test_says_that_it_wants_a_native_speaker(self, tag: str) -> None:
        assert "review of a native speaker" in path_of(tag).read_text("utf-8").partition("msgid")[0]

    def test_gives_the_scripts_their_own_sentences_alone(self, tag: str) -> None:
        scripts = [message for message in messages(tag) if is_of_scripts(message)]
        assert dict(script_messages(tag)).keys() == {forms(message.id)[0] for message in scripts}
        assert 20 < len(scripts) < len(messages(tag)) / 2
        for sentence, told in script_messages(tag):
            assert isinstance(told, str) or {"other"} <= told.keys() <= {"one", "other"}, sentence


def is_of_scripts(message: Message) -> bool:
    return any(path.endswith(".js") for path, _ in message.locations)


@pytest.mark.parametrize(
    ("tag", "number", "told"),
    [("es", 1, "1 resultado"), ("es", 0, "0 resultados"), ("ht", 3, "3 rezilta")],
)
def test_forms_follow_the_number(tag: str, number: int, told: str) -> None:
    found = load_catalog(tag).ngettext("%(n)s match", "%(n)s matches", number)
    assert found % {"n": number} == told
