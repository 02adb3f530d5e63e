"""An example of each kind of caption file, as docs/reference/caption-files.md lists them."""

from typing import NamedTuple

from benchmarks.captions.writers import (
    ASS,
    SCC,
    event,
    scc_bytes,
    scc_line,
    ttml,
)
from showcase.store.captions.read_options import ReadOptions
from tests.store.captions.transcript_examples import TRANSCRIPT_EXAMPLES

NAMED = (
    '<metadata><ttm:agent type="person" xml:id="a"><ttm:name type="full">Rosa Field</ttm:name>'
    "</ttm:agent></metadata>"
)
PARAGRAPH = '<div><p begin="1s" end="2s">one two</p></div>'


class CaptionExample(NamedTuple):
    """A file, and what is read from it.

    Attributes:
        name: of the file.
        content: all of it.
        cues: as "start end speaker: text", times in milliseconds; () for a file that is refused.
        options: what is known about it; None for what its name says.
    """

    name: str
    content: str | bytes
    cues: tuple[str, ...] = ()
    options: ReadOptions | None = None


def pop_on(text: str, time: str = "00:00:01:00") -> str:
    return scc_line(time, "94ae 94ae 9420 9420 9470 9470", text, "942f 942f")


# By the first cell of the table's row.
EXAMPLES: dict[str, list[CaptionExample]] = {
    "TTML, DFXP, IMSC": [
        CaptionExample("captions.en.ttml", ttml(PARAGRAPH), ("1000 2000 : one two",)),
        CaptionExample(
            "captions.en.dfxp",
            ttml(PARAGRAPH).replace("/ns/ttml", "/2006/10/ttaf1"),
            ("1000 2000 : one two",),
        ),
        CaptionExample(
            "captions.en.xml",
            ttml('<div><p ttm:agent="a" begin="1s" dur="1s">one<br/>two</p></div>', head=NAMED),
            ("1000 2000 Rosa Field: one|two",),
        ),
        CaptionExample(
            "captions.en.ttml",
            ttml(
                '<div begin="10s"><p begin="1s" end="3s">one <span begin="1s">two</span></p></div>'
            ),
            ("11000 13000 : one two@12000",),
        ),
        CaptionExample(
            "captions.en.ttml",
            ttml(
                '<div><p begin="00:00:01:12" end="00:00:03:00">one</p></div>',
                ' ttp:frameRate="25" ttp:frameRateMultiplier="1 1"',
            ),
            ("1480 3000 : one",),
        ),
        CaptionExample(
            "captions.en.ttml",
            ttml(
                '<div><p begin="10000000t" end="20000000t">one</p></div>',
                ' ttp:tickRate="10000000"',
            ),
            ("1000 2000 : one",),
        ),
        CaptionExample(
            "captions.en.ttml",
            ttml('<div timeContainer="seq"><p dur="1s">one</p><p dur="1s">two</p></div>'),
            ("0 1000 : one", "1000 2000 : two"),
        ),
        CaptionExample(
            "captions.en.ttml",
            ttml(
                '<div><p><span begin="1s" end="2s">one</span><span begin="2s">two</span></p></div>'
            ),
            ("1000 8000 : one two@2000",),
        ),
        CaptionExample(
            "captions.ja.ttml",
            ttml(
                '<div><p begin="1s" end="2s"><span tts:ruby="container"><span tts:ruby="base">農園'
                '</span><span tts:ruby="text">のうえん</span></span>で</p></div>'
            ),
            ("1000 2000 : 農園で",),
        ),
        CaptionExample(
            "captions.en.ttml",
            ttml('<div xml:space="preserve"><p begin="1s" end="2s">one\n  two</p></div>'),
            ("1000 2000 : one|two",),
        ),
    ],
    "TTML with oddities": [
        CaptionExample(
            "captions.en.ttml",
            ttml('<div><p begin="00:00:01,000" end="00:02">Q&A &nbsp;&eacute;</p></div>'),
            ("1000 2000 : Q&A \xa0é",),
        ),
        CaptionExample(
            "captions.en.ttml",
            ttml('<div><p begin="00:00:01:15" end="00:00:03:00">one</p></div>'),
            ("1500 3000 : one",),
        ),
        CaptionExample(
            "captions.en.ttml",
            ttml(
                '<div xml:lang="es"><p begin="1s" end="2s">uno</p></div>'
                '<div xml:lang="en"><p begin="1s" end="2s">one</p></div>'
            ),
            ("1000 2000 : one",),
        ),
        CaptionExample(
            "captions.en.ttml",
            ttml(
                '<div><p begin="10s" end="12s">one <span begin="11s" end="12s">two</span></p>'
                '<p begin="13s" end="14s">three</p></div>'
            ),
            ("10000 12000 : one two@11000", "13000 14000 : three"),
        ),
        CaptionExample(
            "captions.en.ttml",
            ttml('<div><p ttm:agent="b" begin="1s" dur="1s">one</p></div>', head=NAMED),
            ("1000 2000 : one",),
        ),
        CaptionExample(
            "captions.en.ttml",
            ttml(
                '<div><p begin="1s" end="2s">one <b>two</p><p begin="3s" end="4s">three</p></div>'
            ),
            ("1000 2000 : one two", "3000 4000 : three"),
        ),
    ],
    "TTML, damaged": [
        CaptionExample(
            "captions.en.ttml",
            ttml('<div><p begin="x" end="2s">lost</p><p begin="3s" end="4s">kept</p></div>'),
            ("3000 4000 : kept",),
        ),
        CaptionExample(
            "captions.en.ttml",
            ttml('<div><p>lost</p><p begin="3s" end="4s">kept</p></div>'),
            ("3000 4000 : kept",),
        ),
        CaptionExample(
            "captions.en.ttml",
            ttml('<div><p begin=1s>lost</p><p begin="3s" end="4s">kept</p></div>'),
            ("3000 4000 : kept",),
        ),
        CaptionExample(
            "captions.en.ttml",
            ttml('<div><p begin="1s" end="2s">one</p><p begin="3s" end="4s">tw')[:-14],
            ("1000 2000 : one", "3000 4000 : tw"),
        ),
        CaptionExample(
            "captions.en.ttml",
            ttml('<div smpte:backgroundImage="#i" begin="1s" end="2s"></div>' + PARAGRAPH),
            ("1000 2000 : one two",),
        ),
    ],
    "XML that declares entities, is nested over 60 deep, or has over 400,000 elements": [
        CaptionExample(
            "captions.en.ttml",
            '<!DOCTYPE tt [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]>\n' + ttml(PARAGRAPH)[39:],
        ),
        CaptionExample(
            "captions.en.ttml",
            '<!DOCTYPE tt [<!ENTITY a SYSTEM "file:///etc/passwd">]>\n' + ttml(PARAGRAPH)[39:],
        ),
        CaptionExample("captions.en.ttml", ttml("<div>" * 70 + "</div>" * 70)),
        CaptionExample("captions.en.ttml", ttml("<br/>" * 400_001)),
    ],
    "SubStation Alpha (SSA, ASS)": [
        CaptionExample(
            "captions.en.ass",
            ASS + event(r"{\i1}one{\i0}\Ntwo,\hthree", name="Rosa"),
            ("1000 2000 Rosa: one|two, three",),
        ),
        CaptionExample(
            "captions.en.ssa",
            "[Script Info]\nScriptType: v4.00\n[Events]\n"
            "Format: Start, End, Actor, Text\n"
            "Dialogue: 0:00:01.00,0:00:02.00,Bo,one, two\nComment: 0:00:03.00,0:00:04.00,,no\n",
            ("1000 2000 Bo: one, two",),
        ),
        CaptionExample(
            "captions.en.ass",
            ASS + event(r"{\k50}one {\kf50}tw{\k10}o"),
            ("1000 2000 : one@1000 two@1500",),
        ),
    ],
    "SubStation Alpha with oddities": [
        CaptionExample(
            "captions.en.ass",
            ASS
            + event(r"{\p1}m 0 0 l 10 10{\p0}")
            + event(r"{\p1}m 0 0{\p0}one")
            + event("two", "0:00:03.00", "0:00:04.00") * 2,
            ("1000 2000 : one", "3000 4000 : two"),
        ),
    ],
    "SubStation Alpha, damaged": [
        CaptionExample(
            "captions.en.ass",
            ASS + event("lost", "0:00:xx.00") + event("one") + "words of nobody\n",
            ("1000 2000 : one",),
        ),
        CaptionExample("captions.en.ass", ASS + event("lost").replace("Dialogue", "D?alogue")),
    ],
    "MicroDVD": [
        CaptionExample(
            "captions.en.sub",
            "{1}{1}25\n{25}{50}{y:i}one|/two\n{75}{}three\n",
            ("1000 2000 : one|two", "3000 10000 : three"),
        ),
    ],
    "MicroDVD with oddities": [
        CaptionExample(
            "captions.en.sub",
            "{24}{48}one\ntwo\n{72}{96}three\n",
            ("1001 2002 : one|two", "3003 4004 : three"),
        ),
    ],
    "MicroDVD, damaged": [
        CaptionExample(
            "captions.en.sub", "{1}{1}25\n{25{50}lost\n{25}{50}one\n", ("1000 2000 : one",)
        ),
    ],
    "MPL2 and TMPlayer in `.txt` or `.sub`": [
        CaptionExample(
            "captions.en.txt",
            "[10][20]one|/two\n[30][]three\n",
            ("1000 2000 : one|two", "3000 10000 : three"),
        ),
        CaptionExample(
            "captions.en.sub",
            "00:00:01:one|two\n00:00:03:three\n",
            ("1000 3000 : one|two", "3000 10000 : three"),
        ),
    ],
    "MPL2 and TMPlayer, damaged": [
        CaptionExample(
            "captions.en.sub",
            "".join(f"[{at * 20}][{at * 20 + 15}]one\n" for at in range(1, 11)) + "[50[60]lost\n",
            tuple(f"{at * 2}000 {at * 2 + 1}500 : one" for at in range(1, 11)),
        ),
    ],
    "SCC (CEA-608)": [
        CaptionExample(
            "captions.en.scc",
            SCC + pop_on(scc_bytes("one")) + scc_line("00:00:03:00", "942c 942c"),
            ("1268 3003 : one",),
        ),
        CaptionExample(
            "captions.en.scc",
            SCC
            + scc_line("00:00:01:00", "9425 9425 94ad 94ad 9470 9470", scc_bytes("one"))
            + scc_line("00:00:02:00", "9425 9425 94ad 94ad 9470 9470", scc_bytes("two"))
            + scc_line("00:00:04:00", "942c 942c"),
            ("1201 2069 : one", "2202 4004 : two"),
        ),
        CaptionExample(
            "captions.en.scc",
            SCC
            + scc_line("00:00:01:00", "9429 9429 9470 9470", scc_bytes("one "))
            + scc_line("00:00:02:00", scc_bytes("two"))
            + scc_line("00:00:04:00", "942c 942c"),
            ("1134 4004 : one two@2002",),
        ),
        CaptionExample(
            "captions.en.scc",
            SCC + pop_on(f"{scc_bytes('a')} 9137 9137 {scc_bytes('E')} 92b3 92b3", "01:00:00;00"),
            ("3600396 3607396 : a♪È",),
        ),
    ],
    "SCC with oddities": [
        CaptionExample(
            "captions.en.scc",
            scc_line("00:00:01:00", scc_bytes("one"))
            + scc_line("00:00:02:00", "1c20 1c20 1c70 1c70", scc_bytes("dos"), "1c2f 1c2f")
            + scc_line("00:00:03:00", "94aa 94aa", scc_bytes("text"), "9429 9429"),
            ("1001 3136 : one",),
        ),
    ],
    "SCC, damaged": [
        CaptionExample(
            "captions.en.scc",
            SCC
            + pop_on(f"{scc_bytes('one')} zzzz")
            + "00:00:xx:00\t942c\n"
            + scc_line("00:00:05:00", "94ae 94ae 9420 9420 9470 9470", scc_bytes("lost")),
            ("1268 8268 : one",),
        ),
        CaptionExample(
            "captions.en.scc",
            SCC + pop_on(f"{scc_bytes('one two three four five')} 6f6f"),
            ("1635 8635 : one two three four fiveoo",),
        ),
        CaptionExample(
            "captions.en.scc",
            SCC + pop_on(f"{scc_bytes('one')} 9470 9470 {scc_bytes('two')}"),
            ("1401 8401 : two",),
        ),
    ],
    "LRC": [
        CaptionExample(
            "captions.en.lrc",
            "[ti:Song]\n[00:01.00][00:05.00]one\n[00:02.50]<00:02.50>two <00:03.00>three <00:04.00>\n"
            "[00:04.50]\n[length:00:08]\n",
            (
                "1000 2500 : one",
                "2500 4000 : two@2500 three@3000",
                "5000 8000 : one",
            ),
        ),
    ],
    "LRC with oddities": [
        CaptionExample("captions.en.lrc", "[offset:+500]\n[00:01.50]one\n", ("1000 8000 : one",)),
    ],
    "LRC, damaged": [
        CaptionExample(
            "captions.en.lrc", "[00:01.00]one\nno time\n[00:xx.00]lost\n", ("1000 8000 : one",)
        ),
    ],
    **{
        kind: [CaptionExample(*each) for each in examples]
        for kind, examples in TRANSCRIPT_EXAMPLES.items()
    },
    "A wrong suffix: `captions.en.srt.txt`": [
        CaptionExample(
            "captions.en.srt.txt", "1\n00:00:01,000 --> 00:00:02,000\none\n", ("1000 2000 : one",)
        ),
        CaptionExample("captions.en.vtt", ttml(PARAGRAPH), ("1000 2000 : one two",)),
        CaptionExample(
            "captions.en.srt", "WEBVTT\n\n00:01.000 --> 00:02.000\none\n", ("1000 2000 : one",)
        ),
    ],
    "Captions whose times begin again, because two files are joined in one: WebVTT, SubRip, SBV, MicroDVD,"
    " MPL2, TMPlayer, SCC, LRC, SubStation Alpha with two headers, Whisper's table, text with times": [
        CaptionExample(
            "captions.en.lrc",
            "[00:01.00]one\n[00:03.00]two\n[00:01.00]three\n[00:03.00]four\n",
            ("1000 3000 : one", "1000 3000 : three", "3000 10000 : two", "3000 10000 : four"),
        ),
        CaptionExample(
            "captions.en.srt",
            "1\n00:00:01,000 --> 00:00:02,000\none\n\n2\n00:00:03,000 --> 00:00:04,000\ntwo\n\n"
            "1\n00:00:01,000 --> 00:00:02,000\nthree\n",
            ("1000 2000 : one", "1000 2000 : three", "3000 4000 : two"),
        ),
        CaptionExample(
            "captions.en.vtt",
            "WEBVTT\n\n00:01.000 --> 00:02.000\none\n\nWEBVTT\n\n00:01.000 --> 00:02.000\ntwo\n",
            ("1000 2000 : one", "1000 2000 : two"),
        ),
    ],
    "Captions copied out of a page, with `--&gt;` for `-->`; arrows and digits of any kind in times": [
        CaptionExample(
            "captions.en.srt",
            "1\n00:00:01,000 --&gt; 00:00:02,000\n&lt;i&gt;one&lt;/i&gt;\n",
            ("1000 2000 : one",),
        ),
        CaptionExample(
            "captions.bn.srt", "১\n০০:০০:০১,০০০ ➔ ০০:০০:০২,০০০\none\n", ("1000 2000 : one",)
        ),
    ],
    'Captions whose letters were saved as question marks, as "se?or" and "don?t"': [
        CaptionExample(
            "captions.es.srt", "1\n00:00:01,000 --> 00:00:02,000\nSe?or\n", ("1000 2000 : Se?or",)
        ),
    ],
    "WebVTT with lines of its header below a blank line": [
        CaptionExample(
            "captions.en.vtt",
            "WEBVTT\n\nKind: captions\n\n00:01.000 --> 00:02.000\none\n",
            ("1000 2000 : one",),
        ),
    ],
    "An empty file": [CaptionExample("captions.en.srt", " \n")],
    "VobSub, PGS, and other pictures of words": [
        CaptionExample("captions.en.sub", b"\0\0\1\xba" + b"\x44\0\4\0" * 200),
        CaptionExample("captions.en.sub", b"PG\0\0\1\2" * 200),
    ],
}
