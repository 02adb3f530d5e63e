"""The share panel: everything that the words of a moment can be taken along as."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from urllib.parse import quote, urlencode

from showcase.core.cards.content import LONGEST_MS
from showcase.core.text.spans import BrowserOffsets, Span
from showcase.core.text.typography import between_marks, line_of_parts, line_of_words
from showcase.web.context.video_view import Shown
from showcase.web.i18n.catalogs import in_digits, t, tn
from showcase.web.i18n.formatting import shorten
from showcase.web.sharing.citations import Citation, build_citations
from showcase.web.sharing.embed_code import embed_code
from showcase.web.sharing.quotation import Quoted, quote_asked, quote_selected
from showcase.web.video.transcript import NOTHING

# With speaker and address this stays below what the shortest of these sites take (280 letters).
SHORT_WORDS = 160
# Mastodon is many sites. Its makers' page asks for the visitor's, and never sees what stands behind "#".
_MASTODON = "https://share.joinmastodon.org/"


@dataclass(frozen=True, slots=True)
class Link:
    """A link with what it says."""

    label: str
    href: str


@dataclass(frozen=True, slots=True)
class Card:
    """The words as a picture: one to be seen, all to be taken along."""

    src: str
    alt: str
    downloads: list[Link]


@dataclass(frozen=True, slots=True)
class Share:
    """What the panel writes.

    Attributes:
        words: where they stand in the running text, in UTF-16 units: "12-40".
        language: of the words.
        moment: the value of `t=` that leads to them.
        key: the passage that holds the last of them; the panel stands behind it.
        play: what the player is asked to play, "" without a recording.
        quote: words, who, where and when, and the address, as plain text.
        short: the same in few words, without the address, for sites that take few.
        card: None where the words are too long for one.
        elsewhere: sites to send it to, by links alone.
    """

    words: str
    language: str
    moment: str
    key: str
    clock: str
    count: str
    title: str
    url: str
    play: str
    play_href: str
    quote: str
    short: str
    card: Card | None
    citations: list[Citation]
    embed: str
    elsewhere: list[Link]
    mail: str


def today() -> date:
    """The day of the visit, which citations tell."""
    return datetime.now(UTC).date()


def share_asked(shown: Shown) -> Share | None:
    """The panel of the words that a request names, by themselves or by their moment; None for no words."""
    quoted = quote_words(shown)
    return build_share(quoted, shown) if quoted else None


def quote_words(shown: Shown) -> Quoted | None:
    """The words that a request names."""
    if shown.words is None or shown.asked.words is None:
        return quote_asked(shown)
    offsets = BrowserOffsets(shown.words.transcript.text)
    return quote_selected(shown, offsets.characters(shown.asked.words))


def words_asked(shown: Shown) -> str:
    """Where the words that are marked as the asked moment stand, as pages write it; "" where none are."""
    return _offsets(shown.selected, shown) if shown.selected != NOTHING else ""


def _offsets(span: Span, shown: Shown) -> str:
    return BrowserOffsets(shown.words.transcript.text if shown.words else "").span(span)


def build_share(quoted: Quoted, shown: Shown) -> Share:
    """Put together what the panel of these words shows."""
    video, excerpt = quoted.video, quoted.excerpt
    played = video.source is not None
    return Share(
        words=_offsets(excerpt.span, shown),
        language=quoted.language,
        moment=str(quoted.moment),
        key=next((p.key for p in reversed(shown.passages) if p.span.start < excerpt.span.end), ""),
        clock=in_digits(_time(quoted)),
        count=tn("%(n)s word", "%(n)s words", len(excerpt.words)),
        title=video.title,
        url=quoted.url,
        play=str(excerpt.moment) if played else "",
        play_href=quoted.to.video(
            video.slug, excerpt.moment, anchor="player", lang=quoted.link_language
        ),
        quote=quote_text(quoted),
        short=short_text(quoted),
        card=_card(quoted),
        citations=build_citations(quoted, today()),
        embed=embed_code(
            video,
            quoted.to,
            quoted.moment,
            quoted.link_language,
            f"{video.title}, {_time(quoted)}",
        ),
        elsewhere=_elsewhere(short_text(quoted), quoted.url),
        mail=_mail(quoted),
    )


def quote_text(quoted: Quoted) -> str:
    """The words exactly, who says them, where and when, and the address: three lines and more."""
    return "\n".join((*_lines(quoted), _attribution(quoted), quoted.url))


def short_text(quoted: Quoted) -> str:
    """The words in one line, cut where they are many, and who says them."""
    words = _cut(_in_one_line(quoted))
    line = line_of_words(between_marks(words, quoted.language), quoted.language)
    return f"{line}\n— {line_of_parts(quoted.speaker)}" if quoted.speaker else line


def _in_one_line(quoted: Quoted) -> str:
    return quoted.text.replace("\n", " ")


def _cut(text: str) -> str:
    """Few words; a script without spaces is cut anywhere."""
    short = shorten(text, SHORT_WORDS)
    return short if short != "…" else f"{text[:SHORT_WORDS]}…"


def _lines(quoted: Quoted) -> list[str]:
    """The words between quotation marks; where the voice changes, each with its name."""
    language, turns = quoted.language, quoted.excerpt.said
    if len(turns) == 1:
        return [line_of_words(between_marks(quoted.text, language), language)]
    return [
        line_of_words(
            (f"{turn.voice}: " if turn.voice else "") + between_marks(turn.text, language), language
        )
        for turn in turns
    ]


def _attribution(quoted: Quoted) -> str:
    return f"— {line_of_parts(*_source(quoted))}"


def _source(quoted: Quoted) -> list[str]:
    """Who, in what, when."""
    parts = (quoted.speaker, quoted.organization, quoted.video.title, _time(quoted))
    return [part for part in parts if part]


def _time(quoted: Quoted) -> str:
    """When it is said: "2:03–2:12", and "2:03" within one second."""
    clock, end = quoted.clock, quoted.end_clock
    return clock if clock == end else f"{clock}–{end}"


def _card(quoted: Quoted) -> Card | None:
    start_ms, end_ms = quoted.moment.start_ms, quoted.moment.end_ms
    if end_ms is not None and end_ms - start_ms > LONGEST_MS:
        return None
    kinds = (
        (t("Wide, light"), None, None), (t("Wide, dark"), None, "dark"),
        (t("Square, light"), "square", None), (t("Square, dark"), "square", "dark"),
    )  # fmt: skip
    links = [Link(label, _picture(quoted, size, theme)) for label, size, theme in kinds]
    words = between_marks(_in_one_line(quoted), quoted.language)
    return Card(links[0].href, f"{words} — {', '.join(_source(quoted))}", links)


def _picture(quoted: Quoted, size: str | None, theme: str | None) -> str:
    to, lang = quoted.to, quoted.link_language
    return to.card(quoted.video.slug, quoted.moment, lang=lang, size=size, theme=theme)


def _elsewhere(text: str, url: str) -> list[Link]:
    """Addresses at which these sites take a text to be shared; nothing of theirs is loaded."""
    both = f"{text}\n{url}"
    sites = {
        "WhatsApp": ("https://wa.me/", {"text": both}),
        "Mastodon": (_MASTODON, {"text": both}),
        "Bluesky": ("https://bsky.app/intent/compose", {"text": both}),
        "X": ("https://twitter.com/intent/tweet", {"text": text, "url": url}),
        "Facebook": ("https://www.facebook.com/sharer/sharer.php", {"u": url}),
    }
    return [Link(name, _with(site, what)) for name, (site, what) in sites.items()]


def _with(site: str, what: dict[str, str]) -> str:
    """The address at which a site takes a text; Mastodon's page reads it behind "#"."""
    mark = "#" if site == _MASTODON else "?"
    return f"{site}{mark}{urlencode(what, quote_via=quote)}"


def _mail(quoted: Quoted) -> str:
    """A letter with the words; RFC 6068 has lines end with %0D%0A."""
    text = quote_text(quoted).replace("\n", "\r\n")
    return "mailto:?" + urlencode({"subject": quoted.video.title, "body": text}, quote_via=quote)
