"""The language of the page itself: which one a request gets, and its words. The one owner of Babel.

An address may name it (`/es/videos/wsr`); the same address without is in the language that the browser
asks for, so that a moment sent around the world opens in the language of whoever follows it. The words of
the video have a language of their own (`?lang=`). Nothing is kept on the visitor's device: links keep it.

Catalogs are read as they are written (`translations/es/LC_MESSAGES/messages.po`); nothing is compiled.
In the code stand the English sentences; `t` and `tn` find what they are in the language of the request.
"""

import io
import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import cast

from babel.core import Locale
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal
from babel.support import Translations
from flask import Blueprint, Flask, current_app, g, has_request_context, request
from flask_babel import Babel, Domain
from markupsafe import Markup
from werkzeug.datastructures import LanguageAccept
from werkzeug.routing import BaseConverter

DEFAULT_LOCALE = "en"
CATALOG_FOLDER = Path(__file__).parents[2] / "translations"
# English stands in the code; every folder beside is another language, by its BCP 47 tag.
LOCALES = (DEFAULT_LOCALE, *sorted(path.name for path in CATALOG_FOLDER.iterdir() if path.is_dir()))
# Who writes numbers how. Our readers of Spanish live where a comma groups the thousands; elsewhere "12.000"
# are as many. Of Haitian Creole neither CLDR nor most browsers know it: both write what is written around it.
_NUMBER_LOCALES = {"es": "es_US", "ht": "en_US"}
# The digits of numbering systems that are not ours begin with these (Unicode, numeric type "decimal").
_ZERO_DIGITS = {
    "arab": "\u0660",
    "arabext": "\u06f0",
    "beng": "\u09e6",
    "deva": "\u0966",
    "mymr": "\u1040",
}
# The second name of a blueprint, under which its addresses begin with a language.
_LOCALIZED_SUFFIX = "_in"
# Nobody reads more; a header may hold thousands.
_MAX_TAG_COUNT = 20


class _CatalogDomain(Domain):  # type: ignore[misc]
    """Where Flask-Babel finds messages: in our own catalogs."""

    def get_translations(self) -> Translations:
        return load_catalog(locale())


@cache
def _read_catalog(tag: str) -> Catalog:
    with (CATALOG_FOLDER / tag / "LC_MESSAGES" / "messages.po").open("rb") as source:
        return read_po(source, locale=tag)


@cache
def load_catalog(tag: str) -> Translations:
    """The messages of a language, read once; of English none, for they stand in the code."""
    if tag == DEFAULT_LOCALE:
        return Translations()
    packed = io.BytesIO()
    write_mo(packed, _read_catalog(tag))
    packed.seek(0)
    return Translations(packed)


# In a script: a sentence, or its forms by the plural categories of CLDR ("one", "other").
Message = str | dict[str, str]


def script_messages(tag: str) -> Iterator[tuple[str, Message]]:
    """The messages that our scripts say, with what they are in a language; untranslated ones are left out."""
    catalog = _read_catalog(tag)
    for message in catalog:
        if not any(path.endswith(".js") for path, _ in message.locations) or message.fuzzy:
            continue
        if isinstance(message.id, str):
            if message.string:
                yield message.id, str(message.string)
        elif all(forms := tuple(message.string or ())):
            yield message.id[0], _plural_forms(tag, forms)


def _plural_forms(tag: str, strings: Sequence[str]) -> dict[str, str]:
    """The forms of a message by the category of a number that takes each, as browsers choose them."""
    category, index = Locale.parse(tag).plural_form, load_catalog(tag).plural
    return {category(number): strings[index(number)] for number in range(200, -1, -1)}


def add_locales(app: Flask) -> None:
    """Teach an app, its addresses and its templates the languages."""
    Babel(app, locale_selector=locale).domain_instance = _CatalogDomain()
    app.jinja_env.globals["ngettext"] = _ngettext
    app.jinja_env.filters["digits"] = localize_digits
    app.url_map.converters["locale"] = _LocaleConverter
    app.url_value_preprocessor(_drop_locale_argument)


def register_localized(app: Flask, blueprint: Blueprint) -> None:
    """Give an app what people read: without a language in front of its addresses, and with each."""
    app.register_blueprint(blueprint)
    app.register_blueprint(
        blueprint, name=f"{blueprint.name}{_LOCALIZED_SUFFIX}", url_prefix="/<locale:locale>"
    )


def _ngettext(one: str, many: str, number: int, **fields: object) -> Markup:
    """What templates say: `%(num)s` is the number in digits of the language, which Jinja's own does not do.

    Sentences are ours, and hold no mark-up; what stands in their gaps is escaped.
    """
    found = Markup(load_catalog(locale()).ngettext(one, many, number))  # noqa: S704
    return found % {"num": localized_number(number), **fields}


class _LocaleConverter(BaseConverter):
    """The first part of an address that names a language."""

    part_isolating = True
    regex = "|".join(map(re.escape, LOCALES))


def _drop_locale_argument(_endpoint: str | None, slots: dict[str, object] | None) -> None:
    """A view is the same in every language: it is not told which one an address names."""
    if slots:
        slots.pop("locale", None)


def locale() -> str:
    """The language of the page that is asked for."""
    if not has_request_context():
        return DEFAULT_LOCALE
    if "locale" not in g:
        g.locale = requested_locale() or DEFAULT_LOCALE
    return cast("str", g.locale)


def requested_locale() -> str:
    """The language that the address of a page asks for, or the browser; "" where neither asks for ours."""
    if not has_request_context():
        return ""
    return url_locale() or (
        _negotiate_locale(request.accept_languages) if is_localized_page() else ""
    )


def is_localized_page() -> bool:
    """True for what people read; programs, players and other sites are answered in one language."""
    return (
        request.blueprint is None
        or f"{request.blueprint}{_LOCALIZED_SUFFIX}" in current_app.blueprints
    )


def answer_in_locale(tag: str) -> None:
    """Answer this request as if its address named a language: oEmbed speaks of an address in its query."""
    g.url_locale = g.locale = tag


def url_locale() -> str:
    """The language that the address names, "" where it names none."""
    if has_request_context() and "url_locale" in g:
        return cast("str", g.url_locale)
    first = request.path.split("/", 2)[1] if has_request_context() else ""
    return first if first in LOCALES else ""


def _negotiate_locale(accepted: LanguageAccept) -> str:
    """The first that the browser asks for and we have (RFC 9110, section 12.5.4); "" where it is none.

    One after the other: all at once, "en" of "es-MX, en" would come before the "es" that we have.
    """
    tags = [tag for tag, quality in accepted if quality and tag != "*"][:_MAX_TAG_COUNT]
    found = (LanguageAccept([(tag, 1)]).best_match(LOCALES) for tag in tags)
    return next(filter(None, found), "")


def t(sentence: str, **fields: object) -> str:
    """A sentence in the language of the page; `fields` fill what is written as `%(name)s` in it."""
    found: str = load_catalog(locale()).gettext(sentence)
    return found % fields if fields else found


def tn(one: str, many: str, number: int, **fields: object) -> str:
    """A sentence with a number, in the form that the language has for it: `%(n)s` is that number."""
    found: str = load_catalog(locale()).ngettext(one, many, number)
    return found % {"n": localized_number(number), **fields}


def gettext_noop(sentence: str) -> str:
    """A sentence of a table, made before anybody asks for a page: whoever shows it says `t` of it."""
    return sentence


def localized_number(number: float, pattern: str | None = None) -> str:
    """A number as the language writes it: "1,200", in Bengali "১,২০০"; `pattern` is one of CLDR ("0.0")."""
    written: str = format_decimal(number, pattern, _NUMBER_LOCALES.get(locale(), locale()))
    return localize_digits(written)


def localize_digits(text: str) -> str:
    """A clock or a date of ours with the digits of the language: "1:52" is "১:৫২" in Bengali."""
    return text.translate(_digit_table(locale()))


def locale_digits(tag: str) -> str:
    """The ten digits of a language, from that of zero."""
    return "0123456789".translate(_digit_table(tag))


@cache
def _digit_table(tag: str) -> dict[int, str]:
    """Babel knows which digits a language has, but writes all numbers with ours."""
    zero = ord(_ZERO_DIGITS.get(Locale.parse(tag).default_numbering_system, "0"))
    return {ord(str(digit)): chr(zero + digit) for digit in range(10)}
