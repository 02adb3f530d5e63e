"""Citations: what the manuals require, and what other programs read from our files."""

import json
from dataclasses import replace
from datetime import date

import pytest
import rispy  # type: ignore[import-untyped]
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware
from bibtexparser.model import Entry
from citeproc import (  # type: ignore[import-untyped]
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st
from pylatexenc import latex2text  # type: ignore[import-untyped]

from showcase.core.citations.formats import bibtex, csl_json, ris
from showcase.core.citations.styles import CitationData, apa, chicago, mla, one_line
from showcase.core.timing.moments import Moment

URL = "https://example.org/videos/wsr?t=112,129"
NETWORK = "Worker-driven Social Responsibility Network"
# Of a site that shows the videos of others: a reporter's page, an archive.
SHOWN = CitationData(
    slug="wsr",
    title="The path we want",
    site="Field Archive",
    author=NETWORK,
    url=URL,
    accessed=date(2026, 11, 3),
    date="2017-12-29",
    language="en",
    duration_ms=161_000,
    moment=Moment(112_000, 129_000),
    speaker="Enrique Balcazar",
)
# Where the site itself is the author, as for every video now.
OWN = replace(SHOWN, author=SHOWN.site)


def of_day(day: str) -> CitationData:
    return replace(OWN, date=day)


def entitled(title: str) -> CitationData:
    return replace(OWN, title=title, speaker="")


class TestApa:
    def test_names_author_date_title_site_and_address_then_the_time_in_the_text(self) -> None:
        assert apa(SHOWN).splitlines() == [
            f"{NETWORK}. (2017, December 29). The path we want [Video]. Field Archive. {URL}",
            f"Enrique Balcazar ({NETWORK}, 2017, 1:52)",
        ]

    def test_does_not_name_a_site_twice(self) -> None:
        assert apa(OWN).splitlines() == [
            f"Field Archive. (2017, December 29). The path we want [Video]. {URL}",
            "Enrique Balcazar (Field Archive, 2017, 1:52)",
        ]

    @pytest.mark.parametrize(
        ("day", "reference", "in_text"),
        [
            ("2017-12-09", "(2017, December 9)", "2017"),
            ("2017-12", "(2017, December)", "2017"),
            ("2017", "(2017)", "2017"),
            ("", "(n.d.)", "n.d."),
        ],
    )
    def test_gives_the_date_as_precisely_as_it_is_known(
        self, day: str, reference: str, in_text: str
    ) -> None:
        entry, citation = apa(of_day(day)).splitlines()
        assert entry == f"Field Archive. {reference}. The path we want [Video]. {URL}"
        assert citation == f"Enrique Balcazar (Field Archive, {in_text}, 1:52)"

    def test_of_a_whole_video_has_no_time_and_names_no_speaker(self) -> None:
        whole = replace(SHOWN, moment=None, speaker="")
        assert apa(whole).splitlines()[1] == f"({NETWORK}, 2017)"

    def test_puts_no_second_period_behind_a_name(self) -> None:
        assert apa(replace(SHOWN, author="Pickers Inc.")).startswith("Pickers Inc. (2017")


class TestMla:
    def test_names_author_title_site_date_and_address_then_the_range_in_the_text(self) -> None:
        assert mla(SHOWN).splitlines() == [
            f"{NETWORK}. “The path we want.” Field Archive, 29 Dec. 2017, {URL}.",
            f"Enrique Balcazar ({NETWORK} 00:01:52–02:09)",
        ]

    def test_begins_with_the_title_where_the_site_is_the_author(self) -> None:
        assert mla(OWN).splitlines() == [
            f"“The path we want.” Field Archive, 29 Dec. 2017, {URL}.",
            "Enrique Balcazar (“The path we want” 00:01:52–02:09)",
        ]

    @pytest.mark.parametrize(
        ("day", "rest"),
        [
            ("2017-05-09", f"9 May 2017, {URL}."),
            ("2017-09", f"Sept. 2017, {URL}."),
            ("2017", f"2017, {URL}."),
            ("", f"{URL}. Accessed 3 Nov. 2026."),
        ],
    )
    def test_gives_the_date_as_precisely_as_it_is_known_else_the_day_of_the_visit(
        self, day: str, rest: str
    ) -> None:
        assert mla(of_day(day)).splitlines()[0] == f"“The path we want.” Field Archive, {rest}"

    @pytest.mark.parametrize(
        ("moment", "time"),
        [
            (Moment(112_000), " 00:01:52"),
            (Moment(112_100, 112_900), " 00:01:52"),
            (Moment(112_000, 118_000), " 00:01:52–58"),
            (Moment(112_000, 129_000), " 00:01:52–02:09"),
            (Moment(3_598_000, 3_604_000), " 00:59:58–01:00:04"),
            (Moment(36_000_000, 36_061_000), " 10:00:00–01:01"),
            (None, ""),
        ],
    )
    def test_gives_of_the_end_only_what_differs(self, moment: Moment | None, time: str) -> None:
        citation = mla(replace(OWN, moment=moment, duration_ms=0)).splitlines()[1]
        assert citation == f"Enrique Balcazar (“The path we want”{time})"

    def test_leaves_the_subtitle_out_of_the_text(self) -> None:
        citation = mla(entitled("The orchard: how the rules were written")).splitlines()[1]
        assert citation == "(“The orchard” 00:01:52–02:09)"


class TestChicago:
    def test_names_who_says_it_in_what_and_where_it_stands(self) -> None:
        assert chicago(SHOWN) == (
            f"Enrique Balcazar, in {NETWORK}, “The path we want,” Field Archive, "
            f"December 29, 2017, video, 2:41 at 1:52, {URL}."
        )

    def test_begins_with_the_title_where_the_site_is_the_author(self) -> None:
        assert chicago(entitled("The path we want")) == (
            "“The path we want,” Field Archive, December 29, 2017, video, 2:41 at 1:52, "
            + URL
            + "."
        )

    @pytest.mark.parametrize(
        ("day", "when"),
        [
            ("2017-12", "December 2017, video, 2:41 at 1:52"),
            ("2017", "2017, video, 2:41 at 1:52"),
            ("", "video, 2:41 at 1:52, accessed November 3, 2026"),
        ],
    )
    def test_gives_the_date_as_precisely_as_it_is_known_else_the_day_of_the_visit(
        self, day: str, when: str
    ) -> None:
        assert chicago(of_day(day)).endswith(f"Field Archive, {when}, {URL}.")

    @pytest.mark.parametrize(
        ("moment", "duration_ms", "length"),
        [
            (Moment(112_000), 0, "at 1:52"),
            (None, 161_000, "2:41"),
            (Moment(3_723_000), 7_200_000, "2:00:00 at 1:02:03"),
        ],
    )
    def test_gives_length_and_time_as_the_player_does(
        self, moment: Moment | None, duration_ms: int, length: str
    ) -> None:
        note = chicago(replace(OWN, moment=moment, duration_ms=duration_ms))
        assert f", video, {length}, {URL}." in note

    def test_of_a_whole_video_of_unknown_length_says_only_what_it_is(self) -> None:
        assert f"December 29, 2017, video, {URL}." in chicago(
            replace(OWN, moment=None, duration_ms=0)
        )


@pytest.mark.parametrize(
    ("title", "in_works_cited", "in_note"),
    [
        ("We won", "“We won.”", "“We won,”"),
        ("We won.", "“We won.”", "“We won,”"),
        ("Made in the U.S.", "“Made in the U.S.”", "“Made in the U.S.,”"),
        ("And then...", "“And then...”", "“And then...,”"),
        ("Who won?", "“Who won?”", "“Who won?,”"),
        ("Who said “no”?", "“Who said ‘no’?”", "“Who said ‘no’?,”"),
        ("They said “no”", "“They said ‘no.’”", "“They said ‘no,’”"),
        ('They said "no"', "“They said ‘no.’”", "“They said ‘no,’”"),
        ('A "6" pipe', "“A ‘6’ pipe.”", "“A ‘6’ pipe,”"),
        ('A 6" pipe', '“A 6" pipe.”', '“A 6" pipe,”'),
        ("The workers’", "“The workers’.”", "“The workers’,”"),
        ("«La ruta»", "“«La ruta».”", "“«La ruta»,”"),
        ("আমাদের পথ।", "“আমাদের পথ।”", "“আমাদের পথ।,”"),
        ("إلى أين؟", "“إلى أين؟”", "“إلى أين؟,”"),
    ],
)
def test_a_title_is_quoted_as_it_stands_and_punctuated_once(
    title: str, in_works_cited: str, in_note: str
) -> None:
    assert mla(entitled(title)).startswith(f"{in_works_cited} Field Archive")
    assert chicago(entitled(title)).startswith(f"{in_note} Field Archive")
    assert f"). {title} [Video]. {URL}" in apa(entitled(title))


def test_an_end_behind_the_end_of_the_video_is_the_end_of_the_video() -> None:
    assert replace(OWN, moment=Moment(112_000, 999_000)).clock_range == "1:52–2:41"


# Signs that mean something to one of the formats, and letters of all kinds; line feeds and half letters too.
SIGNS = st.sampled_from(list("\\{}%&$#_~^-`'\",?!@=<>| \n\r\t\x00\x85\u2028\u200f\u00a0א🍎ক্ষ"))
TEXTS = st.text(SIGNS | st.characters(), min_size=1).filter(one_line)
# LaTeX's own names for signs that the reader's table lacks.
LATEX = {"textbraceleft": "{", "textbraceright": "}", "textasciicircum": "^"}


def read_bibtex(text: str) -> Entry:
    known = latex2text.get_default_latex_context_db()
    macros = [latex2text.MacroTextSpec(name, sign) for name, sign in LATEX.items()]
    known.add_context_category("latex", macros=macros, prepend=True)
    decode = LatexDecodingMiddleware(decoder=latex2text.LatexNodes2Text(latex_context=known))
    read = parse_string(text, append_middleware=[decode])
    assert read.failed_blocks == []
    [entry] = read.entries
    return entry


def read_ris(text: str) -> dict[str, object]:
    record: dict[str, object]
    [record] = rispy.loads(text)
    return record


def test_one_line_keeps_all_letters_of_a_text_in_their_order() -> None:
    assert one_line(" a\r\n b\u2028c\x00\ud800d  e\u00a0f ") == "a b c d e\u00a0f"


@given(title=TEXTS, site=TEXTS, author=TEXTS, speaker=TEXTS)
def test_every_text_is_read_back_as_it_is(title: str, site: str, author: str, speaker: str) -> None:
    cited = replace(SHOWN, title=title, site=site, author=author, speaker=speaker)
    said = f"{cited.speaker}, 1:52–2:09"
    entry, record = read_bibtex(bibtex(cited)), read_ris(ris(cited))
    [item] = json.loads(csl_json(cited).encode())
    assert (entry["title"], entry["author"], entry["note"]) == (cited.title, cited.author, said)
    assert (record["title"], record["authors"]) == (cited.title, [cited.author])
    assert (record["publisher"], record["notes"]) == (cited.site, [said])
    assert (item["title"], item["author"]) == (cited.title, [{"literal": cited.author}])
    assert len(apa(cited).encode().decode().splitlines()) == 2


class TestBibtex:
    def test_is_read_as_one_entry_with_all_that_is_known(self) -> None:
        entry = read_bibtex(bibtex(SHOWN))
        assert (entry.entry_type, entry.key) == ("misc", "wsr-t112-129")
        assert {field.key: field.value for field in entry.fields} == {
            "author": NETWORK,
            "title": "The path we want",
            "year": "2017",
            "month": "dec",
            "date": "2017-12-29",
            "howpublished": "Video, Field Archive",
            "note": "Enrique Balcazar, 1:52–2:09",
            "url": URL,
            "urldate": "2026-11-03",
        }

    @pytest.mark.parametrize(
        ("day", "names"),
        [("", []), ("2017", ["year"]), ("2017-01", ["year", "month"])],
    )
    def test_gives_the_date_as_precisely_as_it_is_known(self, day: str, names: list[str]) -> None:
        entry = read_bibtex(bibtex(of_day(day)))
        assert [
            field.key for field in entry.fields if field.key in ("year", "month", "date")
        ] == names

    def test_keeps_capitals_and_commas_and_escapes_what_tex_would_read(self) -> None:
        text = bibtex(replace(SHOWN, title="50% & {more}_~^ -- \\end", author="A, and B"))
        assert (
            r"title = {{50\% \& \textbraceleft{}more\textbraceright{}\_\textasciitilde{}"
            r"\textasciicircum{} -{}- \textbackslash{}end}}"
        ) in text
        assert "author = {{A, and B}}" in text

    def test_of_a_whole_video_has_the_key_of_the_video_and_no_time(self) -> None:
        entry = read_bibtex(bibtex(replace(OWN, moment=None)))
        assert entry.key == "wsr"
        assert "note" not in entry.fields_dict
        assert entry["howpublished"] == "Video"

    def test_has_a_key_of_its_own_for_every_moment(self) -> None:
        moments = (Moment(1_000), Moment(1_000, 2_000), Moment(1_000, 2_500), Moment(12_000))
        assert len({replace(OWN, moment=moment).key for moment in moments}) == len(moments)


class TestRis:
    def test_is_read_as_one_video_with_all_that_is_known(self) -> None:
        assert read_ris(ris(SHOWN)) == {
            "type_of_reference": "VIDEO",
            "id": "wsr-t112-129",
            "title": "The path we want",
            "authors": [NETWORK],
            "year": "2017",
            "date": "2017/12/29/",
            "publisher": "Field Archive",
            "language": "en",
            "notes": ["Enrique Balcazar, 1:52–2:09"],
            "urls": [URL],
            "access_date": "2026/11/03/",
        }

    @pytest.mark.parametrize(
        ("day", "written"), [("2017-12", "2017/12//"), ("2017", "2017///"), ("", None)]
    )
    def test_keeps_the_slashes_of_a_date(self, day: str, written: str | None) -> None:
        assert read_ris(ris(of_day(day))).get("date") == written

    def test_ends_each_line_as_the_format_wants_and_begins_and_ends_with_its_tags(self) -> None:
        lines = ris(SHOWN).split("\r\n")
        assert (lines[0], lines[-2], lines[-1]) == ("TY  - VIDEO", "ER  - ", "")
        assert not any("\n" in line for line in lines)


# The names of csl-data.json (CSL schema 1.0.2) that we use, and of what they are.
CSL = {
    "id": str, "type": str, "title": str, "author": list, "publisher": str, "medium": str,
    "dimensions": str, "issued": dict, "accessed": dict, "language": str, "locator": str,
    "note": str, "URL": str,
}  # fmt: skip


class TestCslJson:
    @pytest.mark.parametrize("cited", [SHOWN, OWN, of_day(""), replace(OWN, moment=None)])
    def test_says_only_what_the_schema_knows(self, cited: CitationData) -> None:
        [item] = json.loads(csl_json(cited))
        assert {name: type(value) for name, value in item.items()}.items() <= CSL.items()
        assert item["type"] == "motion_picture"

    @pytest.mark.parametrize(
        ("day", "issued"),
        [
            ("2017-12-29", {"date-parts": [[2017, 12, 29]]}),
            ("2017-12", {"date-parts": [[2017, 12]]}),
            ("2017", {"date-parts": [[2017]]}),
            ("", None),
        ],
    )
    def test_gives_the_date_as_precisely_as_it_is_known(
        self, day: str, issued: dict[str, object] | None
    ) -> None:
        [item] = json.loads(csl_json(of_day(day)))
        assert item.get("issued") == issued
        assert item["accessed"] == {"date-parts": [[2026, 11, 3]]}

    def test_leaves_out_what_is_not_known(self) -> None:
        bare = replace(OWN, date="", language="", duration_ms=0, moment=None, speaker="")
        [item] = json.loads(csl_json(bare))
        assert sorted(item) == ["URL", "accessed", "author", "id", "medium", "title", "type"]

    def test_is_read_and_set_by_a_program_for_citations(self) -> None:
        source = CiteProcJSON(json.loads(csl_json(SHOWN)))
        style = CitationStylesStyle("harvard-cite-them-right", validate=False)
        shelf = CitationStylesBibliography(style, source, formatter.plain)
        shelf.register(Citation([CitationItem("wsr-t112-129")]))
        [entry] = map(str, shelf.bibliography())
        assert entry == (
            f"{NETWORK} (2017) The path we want [Video]. Field Archive. "
            f"Available at: {URL} (Accessed: November 3, 2026)."
        )
