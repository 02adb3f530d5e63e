"""The reader of TTML and its profiles: DFXP, IMSC, EBU-TT, SMPTE-TT, iTunes Timed Text.

docs/decisions/0021-caption-libraries.md says why no library reads it.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from showcase.core.text.languages import same_language
from showcase.errors import ContentError
from showcase.store.captions.cue_drafts import CueDraft, finish_cues
from showcase.store.captions.findings import Finding, as_faults
from showcase.store.captions.parsed_file import ParsedFile
from showcase.store.captions.read_options import ReadOptions
from showcase.store.captions.ttml_paragraphs import (
    TtmlRun,
    find_agents,
    plain_text,
    runs_interval,
    runs_markup,
    split_at_silence,
)
from showcase.store.captions.ttml_times import (
    TimeAttributes,
    TimeInterval,
    TtmlClock,
    is_absolute,
    nest_interval,
)
from showcase.store.captions.xml_document import XmlElement, XmlRefusedError, read_xml

_FIRST_ELEMENT = re.compile(r"<(?:[A-Za-z_][\w.-]{0,40}:)?([A-Za-z_][\w.-]{0,40})")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TIMED_PARAGRAPH = re.compile(r"<(?:\w{1,40}:)?p\s[^<>]*\b(?:begin|dur)\s*=")
# A root element is near the start of its file, after comments.
_PROLOG_CHARS = 5_000
_CONTAINERS = ("tt", "body", "div", "")
_WITHOUT_WORDS = (
    "head",
    "metadata",
    "set",
    "animate",
    "title",
    "desc",
    "copyright",
    "agent",
    "name",
)
_RUBY_READINGS = ("text", "textContainer", "delimiter")
_FEEDS = re.compile(r"[\t\r\n]+")
_FIX_TIME = 'write begin="00:00:01.000"'


def is_ttml(text: str) -> bool:
    """Is this TTML, or a part of it? Its root element is `tt`, or it has paragraphs with times."""
    head = text[:_PROLOG_CHARS].lstrip("\ufeff \t\r\n")
    if not head.startswith("<") and "<" not in head:
        return False
    root = _FIRST_ELEMENT.search(_COMMENT.sub("", head))
    if root and root[1] == "tt":
        return True
    return "-->" not in _COMMENT.sub("", head) and bool(_TIMED_PARAGRAPH.search(text))


def read_ttml(lines: Sequence[str], name: str, options: ReadOptions) -> ParsedFile:
    """Read a TTML document.

    Args:
        lines: the whole file.
        name: its path or name, for messages.
        options: its language counts where the document has divisions in several, and its frame rate.

    Raises:
        ContentError: it declares entities, is nested too deep, or has too many elements.
    """
    try:
        document = read_xml("\n".join(lines))
    except XmlRefusedError as error:
        fix = "export it again as plain TTML or WebVTT"
        refused = Finding(error.line, "unsafe-xml", error.message, fix)
        raise ContentError(as_faults([refused], name)) from None
    reader = _TtmlReader(document.root, options)
    reader.parsed.faults += document.faults
    reader.parsed.notes += document.notes
    return reader.read()


class _Context(NamedTuple):
    """What an element has from those around it.

    Attributes:
        interval: when they are shown.
        agent: the name of who speaks, "" for nobody.
        preserve: line feeds in the file are line feeds of the text (`xml:space="preserve"`).
    """

    interval: TimeInterval
    agent: str = ""
    preserve: bool = False


class _TtmlReader:
    """Walks through a document and collects its cues."""

    def __init__(self, root: XmlElement, options: ReadOptions) -> None:
        self.parsed = ParsedFile()
        self._root = root
        first = next((child for child in root.children() if child.name == "tt"), root)
        self._clock = TtmlClock.from_attributes(first.attributes, options.frame_rate)
        self._agents = dict(find_agents(root))
        self._drafts: list[CueDraft] = []
        self._foreign = self._find_foreign_divisions(options.language)
        self._first_lines: dict[str, int] = {}

    def read(self) -> ParsedFile:
        self._read_container(self._root, _Context(TimeInterval()))
        self._note_oddities()
        self.parsed.cues = finish_cues(self._drafts)
        return self.parsed

    def _find_foreign_divisions(self, language: str) -> set[int]:
        """The identities of divisions in other languages than the track's."""
        tagged = [
            (division, tag)
            for division in _divisions(self._root)
            if (tag := division.attributes.get("lang"))
        ]
        tags = [tag for _, tag in tagged]
        wanted = next((tag for tag in tags if same_language(tag, language)), (tags or [""])[0])
        foreign = [division for division, tag in tagged if not same_language(tag, wanted)]
        if foreign:
            message = f"divisions in other languages than {wanted} were left out"
            fix = "save each language as a file of its own"
            self._note(foreign[0].line, "other-language", message, fix)
        return {id(division) for division in foreign}

    def _note(self, line: int, code: str, message: str, fix: str = "") -> None:
        self.parsed.notes.append(Finding(line, code, message, fix))

    def _note_oddities(self) -> None:
        first = self._first_lines
        if line := first.get("absolute"):
            message = (
                "times inside of others count from the start of the recording, and were read so"
            )
            self._note(line, "nested-times", message, "count them from the element around them")
        if self._clock.used_nonstandard:
            message = "times that TTML does not write so were read as meant"
            self._note(0, "nonstandard-times", message, _FIX_TIME)
        if self._clock.used_frames and not self._clock.is_frame_rate_known:
            message = "the file does not say its frame rate, and 30 was assumed, as TTML demands"
            fix = "write frame_rate = 25, or what it is, in its table in video.toml"
            self._note(0, "assumed-frame-rate", message, fix)
        if line := first.get("agents"):
            message = (
                "a speaker of the file has no name, or several speak at once, and nobody is named"
            )
            self._note(line, "unnamed-speaker", message)
        if line := first.get("pictures"):
            message = "pictures of words cannot be read"
            finding = Finding(line, "pictures", message, "export the captions as text")
            self.parsed.faults.append(finding)

    def _read_container(self, element: XmlElement, context: _Context) -> None:
        is_sequence = element.attributes.get("timeContainer") == "seq"
        after = context.interval.start_ms if is_sequence else None
        for child in element.content:
            if isinstance(child, str):
                self._check_stray(element.line, child)
            else:
                end_ms = self._read_child(child, context, after)
                after = end_ms if after is not None and end_ms is not None else after

    def _read_child(self, child: XmlElement, context: _Context, after: int | None) -> int | None:
        """Read an element of a container. Returns its end in milliseconds, None where it has none."""
        self._check_picture(child)
        if child.name not in (*_CONTAINERS, "p"):
            if child.name not in _WITHOUT_WORDS:
                self._check_stray(child.line, plain_text(child))
            return None
        inner = self._enter(child, context, after)
        if inner is None or id(child) in self._foreign:
            return None
        if child.name == "p":
            self._read_paragraph(child, inner)
        else:
            self._read_container(child, inner)
        return inner.interval.end_ms

    def _enter(self, element: XmlElement, context: _Context, after: int | None) -> _Context | None:
        """What holds inside an element; None where its start cannot be read, which is reported."""
        own = self._read_times(element)
        if own is None:
            return None
        space = element.attributes.get("space", "")
        agent = element.attributes.get("agent")
        interval = context.interval
        if is_absolute(own, interval):
            self._first_lines.setdefault("absolute", element.line)
            interval, after = TimeInterval(), None
        return _Context(
            nest_interval(own, interval, after),
            context.agent if agent is None else self._resolve_agent(element.line, agent),
            preserve=space == "preserve" or (context.preserve and space != "default"),
        )

    def _resolve_agent(self, line: int, agent: str) -> str:
        """The name of a speaker, "" for nobody."""
        names = {self._agents.get(each, "") for each in agent.split()}
        if len(names) != 1 or "" in names:
            self._first_lines.setdefault("agents", line)
            return ""
        return names.pop()

    def _read_times(self, element: XmlElement) -> TimeAttributes | None:
        times: dict[str, int | None] = {}
        for key in ("begin", "end", "dur"):
            text = element.attributes.get(key)
            times[key] = None if text is None else self._clock.parse(text)
            if text is None or times[key] is not None:
                continue
            if key == "begin":
                self._report_begin(element, text)
                return None
            message = f'the time "{text[:30]}" cannot be read, and the end was guessed'
            finding = Finding(element.line, "unreadable-times", message, _FIX_TIME)
            self.parsed.faults.append(finding)
        return TimeAttributes(**times)

    def _report_begin(self, element: XmlElement, text: str) -> None:
        message = f'the time "{text[:30]}" cannot be read'
        if element.name != "span":
            self.parsed.broken_lines.append(element.line)
            message += ", and its words were left out"
        finding = Finding(element.line, "unreadable-times", message, _FIX_TIME)
        self.parsed.faults.append(finding)

    def _check_picture(self, element: XmlElement) -> None:
        if "backgroundImage" in element.attributes or element.name == "image":
            self._first_lines.setdefault("pictures", element.line)

    def _check_stray(self, line: int, text: str) -> None:
        """Report words outside of paragraphs."""
        if words := " ".join(text.split()):
            message = f'text without times was left out: "{words[:40]}"'
            finding = Finding(line, "text-without-times", message, "put it into a <p> with times")
            self.parsed.faults.append(finding)

    def _read_paragraph(self, paragraph: XmlElement, context: _Context) -> None:
        runs = list(self._runs(paragraph, context, is_timed=False))
        if context.interval.is_own:
            self._add_draft(paragraph.line, context.interval[:2], runs)
            return
        for part in split_at_silence(runs):
            interval = runs_interval(part)
            words = "".join(run.text for run in part)
            if interval is not None:
                self._add_draft(paragraph.line, interval, part)
            elif words.strip():
                self.parsed.broken_lines.append(paragraph.line)
                self._check_stray(paragraph.line, words)

    def _add_draft(
        self, line: int, interval: tuple[int, int | None], runs: Sequence[TtmlRun]
    ) -> None:
        start_ms, end_ms = interval
        self._drafts.append(CueDraft(line, start_ms, end_ms, runs_markup(runs, start_ms)))

    def _runs(self, element: XmlElement, context: _Context, *, is_timed: bool) -> Iterator[TtmlRun]:
        """The texts in a paragraph or span, without the readings of ruby.

        Args:
            element: the paragraph or span.
            context: what holds inside it.
            is_timed: a span has times.
        """
        times = context.interval[:2] if is_timed else (None, None)
        for child in element.content:
            if isinstance(child, str):
                text = child if context.preserve else _FEEDS.sub(" ", child)
                yield TtmlRun(text, context.agent, *times)
            elif child.name == "br":
                yield TtmlRun("\n", context.agent, *times)
            elif (
                child.name not in _WITHOUT_WORDS
                and child.attributes.get("ruby") not in _RUBY_READINGS
            ):
                inner = self._enter(child, context, None) or context
                own = is_timed or inner.interval != context.interval
                yield from self._runs(child, inner, is_timed=own)


def _divisions(element: XmlElement) -> Iterator[XmlElement]:
    for child in element.children():
        if child.name == "div":
            yield child
        elif child.name in _CONTAINERS:
            yield from _divisions(child)
