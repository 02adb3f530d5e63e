"""Escapes that do not belong into the text of cues."""

import pytest

from showcase.store.captions.reader import read_captions

SRT = "captions.en.srt"


def read_texts(*texts: str) -> tuple[list[str], list[str], list[str]]:
    """The texts of cues as they are read, and the codes of faults and notes."""
    cues = (
        f"{n}\n00:00:{n:02},000 --> 00:00:{n:02},900\n{text}\n" for n, text in enumerate(texts, 1)
    )
    read = read_captions("\n".join(cues).encode(), SRT)
    return (
        [cue.text for cue in read.cues],
        [fault.code for fault in read.faults],
        [note.code for note in read.notes],
    )


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (r"One\Ntwo", "One\ntwo"),
        (r"One\ntwo", "One\ntwo"),
        (r"One\htwo\h\hthree", "One two three"),
        (r"{\an8}{\i1}One{\i0}", "One"),
        ("{y:i}One", "One"),
        (r"in C:\news\here", r"in C:\news\here"),
        (r"the sign \nabla", r"the sign \nabla"),
        (r"nothing can \happen", r"nothing can \happen"),
        ("a {b} c", "a {b} c"),
        ("One\u00ad\ufeff two", "One two"),
        ("&rlm;One&shy;s", "Ones"),
    ],
)
def test_escapes_of_other_formats_are_what_they_mean(written: str, meant: str) -> None:
    assert read_texts(written) == ([meant], [], [])


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (["R&amp;amp;D it&amp;#39;s", "&amp;lt;3"], ["R&D it's", "<3"]),
        (["&amp;quot;One&amp;quot;"], ['"One"']),
        (["&lt;i&gt;One&lt;/i&gt; two", "&lt;font color=red&gt;x&lt;/font&gt;"], ["One two", "x"]),
        (["&amp;lt;i&amp;gt;One&amp;lt;/i&amp;gt;"], ["One"]),
    ],
)
def test_what_a_file_escapes_twice_throughout_is_decoded_and_noted(
    written: list[str], meant: list[str]
) -> None:
    assert read_texts(*written) == (meant, [], ["escaped-twice"])


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (["write &amp;gt; for &gt;"], ["write &gt; for >"]),
        (["R&amp;D", "&amp;lt;b"], ["R&D", "&lt;b"]),
        (["R & D", "&amp;lt;b"], ["R & D", "&lt;b"]),
        (["<i>the tag</i> &lt;i&gt;x&lt;/i&gt;"], ["the tag <i>x</i>"]),
        (["&amp;copy;"], ["&copy;"]),
    ],
)
def test_what_is_escaped_in_more_than_one_way_is_left(written: list[str], meant: list[str]) -> None:
    assert read_texts(*written) == (meant, [], [])
