"""A link with which a visitor reports a mistake in some words, by e-mail or in the owner's form.

Nothing is stored here.
"""

from urllib.parse import quote, urlencode, urlsplit, urlunsplit

import regex

from showcase.core.text.truncate import truncate_line
from showcase.web.i18n.catalogs import t
from showcase.web.sharing.quotation import Quotation
from showcase.web.sharing.quote_text import clock_range, single_line

# Programs that open such links, and servers of forms, take about 2,000 characters; a letter of Bengali is 9.
MAX_REPORT_URL_CHARS = 1_900
# The words are shortened until the link is short enough.
_WORD_LIMITS_CHARS = (500, 250, 120, 60, 30)
_MAX_TITLE_CHARS = 60
_MAX_SPEAKER_CHARS = 60
_PLACEHOLDER = regex.compile(r"\{(words|speaker|time|video|language|url)\}")


def report_url(contact: str, quotation: Quotation) -> str:
    """The link that reports a mistake.

    Args:
        contact: of the site: an e-mail address, or the http(s) address of a form. The form gets the words
            and their place where its address has {words}, {speaker}, {time}, {video}, {language} and {url},
            else as parameters of these names.
        quotation: the words.

    Returns:
        An address of at most 1,900 characters, unless `contact` itself is longer; "" without a contact.
    """
    if not contact:
        return ""
    write = _mail_url if _is_email(contact) else _form_url
    written = (write(contact, _values(quotation, limit)) for limit in _WORD_LIMITS_CHARS)
    shortest = ""
    for shortest in written:
        if len(shortest) <= MAX_REPORT_URL_CHARS:
            return shortest
    return shortest


def _is_email(contact: str) -> bool:
    return not contact.startswith(("http://", "https://"))


def _values(quotation: Quotation, max_words_chars: int) -> dict[str, str]:
    """What is told of the words, by the names that forms get."""
    return {
        "words": truncate_line(single_line(quotation), max_words_chars),
        "speaker": truncate_line(quotation.speaker, _MAX_SPEAKER_CHARS)
        if quotation.speaker
        else "",
        "time": clock_range(quotation),
        "video": truncate_line(quotation.video.title, _MAX_TITLE_CHARS),
        "language": quotation.language,
        "url": _place_url(quotation),
    }


def _place_url(quotation: Quotation) -> str:
    """The address of the words; without times that of their passage, because a query would be long."""
    if quotation.moment:
        return quotation.url
    urls, lang = quotation.urls, quotation.link_language
    return urls.absolute(urls.permalink(quotation.video.slug, anchor=quotation.key, lang=lang))


def _mail_url(address: str, values: dict[str, str]) -> str:
    """A `mailto:` URL; its lines end with %0D%0A (RFC 6068, section 5)."""
    place = ", ".join(filter(None, (values["video"], values["time"])))
    known = (
        f"“{values['words']}”",
        f"— {values['speaker']}" if values["speaker"] else "",
        values["time"],
        values["url"],
    )
    told = [*filter(None, known), "", t("What is wrong, and how it should be:"), ""]
    parameters = {"subject": t("A mistake in: %(place)s", place=place), "body": "\r\n".join(told)}
    return f"mailto:{quote(address, safe='@')}?{urlencode(parameters, quote_via=quote)}"


def _form_url(address: str, values: dict[str, str]) -> str:
    if _PLACEHOLDER.search(address):
        return _PLACEHOLDER.sub(lambda name: quote(values[name[1]], safe=""), address)
    parts = urlsplit(address)
    told = urlencode({name: value for name, value in values.items() if value}, quote_via=quote)
    query = f"{parts.query}&{told}" if parts.query else told
    return urlunsplit(parts._replace(query=query))
