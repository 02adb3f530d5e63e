"""The language of a page, and its messages, from gettext catalogs that Babel reads.

An address may name the language (`/es/videos/orchard`), of those that the archive offers. Without one, the
page is in the language that the browser asks for, so that a shared link opens in the language of whoever
follows it. The transcript has a language of its own (`?lang=`). Nothing is stored on the visitor's device:
links carry both languages.

Catalogs are read as they are written (`translations/es/LC_MESSAGES/messages.po`); nothing is compiled.
English sentences are in the code; `t` and `tn` translate them into the language of the request.
"""

import io
import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple, cast

from babel.core import Locale
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal
from babel.support import Translations
from flask import Blueprint, Flask, abort, current_app, g, has_request_context, request
from flask_babel import Babel, Domain
from markupsafe import Markup
from werkzeug.datastructures import LanguageAccept
from werkzeug.routing import BaseConverter

DEFAULT_LOCALE = "en"
CATALOG_FOLDER = Path(__file__).parents[2] / "translations"
# English is in the code; each folder is another language, named by its BCP 47 tag.
LOCALES = (DEFAULT_LOCALE, *sorted(path.name for path in CATALOG_FOLDER.iterdir() if path.is_dir()))
# Locales of CLDR for numbers. Our readers of Spanish are in the United States and Mexico, which write
# "12,000"; Spain writes "12.000". CLDR has no numbers of Haitian Creole: Babel would write French ones.
_NUMBER_LOCALES = {"es": "es_US", "ht": "en_US"}
# The digit zero of numbering systems other than Latin; the other nine follow it in Unicode.
_ZERO_DIGITS = {
    "arab": "\u0660",
    "arabext": "\u06f0",
    "beng": "\u09e6",
    "deva": "\u0966",
    "mymr": "\u1040",
}
# A blueprint is registered a second time, with this at the end of its name, for addresses with a language.
LOCALIZED_SUFFIX = "_in"
_OFFERED_LANGUAGES = "offered_languages"
# A header may have thousands of languages; the first ones are enough.
_MAX_TAG_COUNT = 20


class _CatalogDomain(Domain):  # type: ignore[misc]
    """Makes Flask-Babel use these catalogs."""

    def get_translations(self) -> Translations:
        return load_catalog(locale())


@cache
def _read_catalog(tag: str) -> Catalog:
    with (CATALOG_FOLDER / tag / "LC_MESSAGES" / "messages.po").open("rb") as source:
        return read_po(source, locale=tag)


@cache
def load_catalog(tag: str) -> Translations:
    """The messages of a language, read once; none for English, whose sentences are in the code."""
    if tag == DEFAULT_LOCALE:
        return Translations()
    packed = io.BytesIO()
    write_mo(packed, _read_catalog(tag))
    packed.seek(0)
    return Translations(packed)


# A message in a script: a sentence, or its forms by the plural categories of CLDR ("one", "other").
Message = str | dict[str, str]


def script_messages(tag: str) -> Iterator[tuple[str, Message]]:
    """The messages of the static scripts with their translations; untranslated ones are left out."""
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
    """The forms of a message by plural category, which scripts choose by with `Intl.PluralRules`.

    The forms of a catalog have numbers; which category has which form is found by trying the numbers to 200.
    """
    category, index = Locale.parse(tag).plural_form, load_catalog(tag).plural
    return {category(number): strings[index(number)] for number in range(200, -1, -1)}


class OfferedLanguages(NamedTuple):
    """The languages that an archive offers.

    Attributes:
        tags: BCP 47 tags; () for all that there are pages in.
        default: of pages for those who ask for none of them; "" for English, or the first one offered.
    """

    tags: tuple[str, ...] = ()
    default: str = ""


def add_locales(app: Flask, offered: Callable[[], OfferedLanguages]) -> None:
    """Add the languages to an app: messages in templates, and the first part of addresses.

    Args:
        app: gets them.
        offered: the languages of the archive, asked within a request.
    """
    app.extensions[_OFFERED_LANGUAGES] = offered
    Babel(app, locale_selector=locale).domain_instance = _CatalogDomain()
    app.jinja_env.globals["ngettext"] = _ngettext
    app.jinja_env.filters["digits"] = localize_digits
    app.url_map.converters["locale"] = _LocaleConverter
    app.url_value_preprocessor(_drop_locale_argument)


def register_localized(app: Flask, blueprint: Blueprint) -> None:
    """Register a blueprint twice: with addresses as they are, and with a language before them."""
    app.register_blueprint(blueprint)
    app.register_blueprint(
        blueprint, name=f"{blueprint.name}{LOCALIZED_SUFFIX}", url_prefix="/<locale:locale>"
    )


def _ngettext(one: str, many: str, number: int, **fields: object) -> Markup:
    """The function ngettext of templates: `%(num)s` is in the digits of the language, unlike in Jinja's own.

    The sentence is trusted, because it is from the code or a catalog; the values in it are escaped.
    """
    found = Markup(load_catalog(locale()).ngettext(one, many, number))  # noqa: S704
    return found % {"num": localized_number(number), **fields}


class _LocaleConverter(BaseConverter):
    """The first part of an address, where it names a language of the pages."""

    part_isolating = True
    regex = "|".join(map(re.escape, LOCALES))


def _drop_locale_argument(_endpoint: str | None, values: dict[str, object] | None) -> None:
    """Remove the language from the arguments of views, which ask `locale` for it; 404 for one not offered."""
    named = values.pop("locale", None) if values else None
    if named and named not in offered_locales():
        abort(404)


def offered_locales() -> tuple[str, ...]:
    """The languages that the archive offers, in the order of LOCALES; all of them outside of a request."""
    tags = _offered_languages().tags
    return tuple(tag for tag in LOCALES if tag in tags) or LOCALES


def default_locale() -> str:
    """The language of pages for those who ask for none that is offered."""
    offered = offered_locales()
    default = _offered_languages().default or DEFAULT_LOCALE
    return default if default in offered else offered[0]


def _offered_languages() -> OfferedLanguages:
    if not has_request_context():
        return OfferedLanguages()
    if "offered_languages" not in g:
        g.offered_languages = (
            OfferedLanguages()
        )  # while it is asked for, an address may be looked at
        ask = current_app.extensions.get(_OFFERED_LANGUAGES, OfferedLanguages)
        g.offered_languages = ask()
    return cast("OfferedLanguages", g.offered_languages)


def locale() -> str:
    """The language of the requested page, a BCP 47 tag; English outside of a request."""
    if not has_request_context():
        return DEFAULT_LOCALE
    if "locale" not in g:
        g.locale = requested_locale() or default_locale()
    return cast("str", g.locale)


def requested_locale() -> str:
    """The language that the address of a page names, else the best that the browser asks for.

    "" where neither is one of the pages' languages, and for addresses that are not localized.
    """
    if not has_request_context():
        return ""
    return url_locale() or (
        _negotiate_locale(request.accept_languages) if is_localized_page() else ""
    )


def is_localized_page() -> bool:
    """True for pages that exist in each language; what programs, players and other sites request does not."""
    return (
        request.blueprint is None
        or f"{request.blueprint}{LOCALIZED_SUFFIX}" in current_app.blueprints
    )


def answer_in_reader_locale() -> None:
    """Answer this request in the language that the browser asks for, also where pages have only one."""
    if tag := requested_locale() or _negotiate_locale(request.accept_languages):
        g.locale = tag


def answer_in_locale(tag: str) -> None:
    """Answer this request as if its address named a language: oEmbed speaks of an address in its query."""
    g.url_locale = g.locale = tag


def url_locale() -> str:
    """The language that the address of the request names, "" where it names none."""
    if has_request_context() and "url_locale" in g:
        return cast("str", g.url_locale)
    first = request.path.split("/", 2)[1] if has_request_context() else ""
    return first if first in offered_locales() else ""


def _negotiate_locale(accepted: LanguageAccept) -> str:
    """The first language in Accept-Language that the pages have (RFC 9110, section 12.5.4); "" for none.

    They are matched one at a time: all together, "en" in "es-MX, en" would be preferred to "es".
    """
    tags = [tag for tag, quality in accepted if quality and tag != "*"][:_MAX_TAG_COUNT]
    found = (LanguageAccept([(tag, 1)]).best_match(offered_locales()) for tag in tags)
    return next(filter(None, found), "")


def t(sentence: str, **fields: object) -> str:
    """Translate a sentence into the language of the page; `fields` are its placeholders, `%(name)s`."""
    found: str = load_catalog(locale()).gettext(sentence)
    return found % fields if fields else found


def tn(one: str, many: str, number: int, **fields: object) -> str:
    """Translate a sentence with a number, in the plural form for it.

    Args:
        one: the English sentence for 1.
        many: the English sentence for other numbers.
        number: in the sentences `%(n)s`, written as the language does.
        fields: the other placeholders.
    """
    found: str = load_catalog(locale()).ngettext(one, many, number)
    return found % {"n": localized_number(number), **fields}


def gettext_noop(sentence: str) -> str:
    """Mark a sentence for translation that is translated later, with `t`, when a page is made."""
    return sentence


def localized_number(number: float, pattern: str | None = None) -> str:
    """A number as the language of the page writes it: "1,200", in Bengali "১,২০০".

    Args:
        number: any.
        pattern: of CLDR, as in "0.0" (Unicode Technical Standard 35, Numbers); None for the usual one.
    """
    return localize_digits(_write_number(number, pattern, _NUMBER_LOCALES.get(locale(), locale())))


@lru_cache(maxsize=4_096)
def _write_number(number: float, pattern: str | None, tag: str) -> str:
    """A page of results has dozens of small numbers, and the format is read anew for each."""
    written: str = format_decimal(number, pattern, tag)
    return written


def localize_digits(text: str) -> str:
    """A text with the digits of the language of the page: "1:52" is "১:৫২" in Bengali."""
    return text.translate(_digit_table(locale()))


def locale_digits(tag: str) -> str:
    """The ten digits of a language, from zero to nine."""
    return "0123456789".translate(_digit_table(tag))


@cache
def _digit_table(tag: str) -> dict[int, str]:
    """Babel knows which digits a language uses, but writes numbers with Western ones."""
    zero = ord(_ZERO_DIGITS.get(Locale.parse(tag).default_numbering_system, "0"))
    return {ord(str(digit)): chr(zero + digit) for digit in range(10)}
