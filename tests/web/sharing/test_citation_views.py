"""Citations in the share panel and as files."""

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import unquote

import pytest
import rispy  # type: ignore[import-untyped]
from werkzeug.http import parse_options_header

from showcase.web.context import request
from showcase.web.context.query import parse_query_parameters
from showcase.web.context.video_lookup import requested_video
from showcase.web.context.view_loader import build_video_view
from showcase.web.sharing.citations import FormattedCitation, build_citations
from showcase.web.sharing.quotation import requested_quotation
from tests.web.small_showcase import ORCHARD, Build, Showcase

GUIDE = Path(__file__).parents[3] / "docs" / "how-to" / "cite.md"
TODAY = date(2026, 11, 23)
TYPES = {
    "bib": "application/x-bibtex; charset=utf-8",
    "ris": "application/x-research-info-systems; charset=utf-8",
    "json": "application/vnd.citationstyles.csl+json",
}


def citations(showcase: Showcase, address: str) -> list[FormattedCitation]:
    """The citations in the panel of a page."""
    with showcase.client.application.test_request_context(address) as context:
        slug = (context.request.view_args or {})["slug"]
        quoted = requested_quotation(
            build_video_view(requested_video(slug), parse_query_parameters(context.request.args))
        )
        assert quoted is not None
        return build_citations(quoted, TODAY)


def record(showcase: Showcase, address: str) -> dict[str, object]:
    response = showcase.get(address)
    assert response.status_code == 200, response.text
    read: dict[str, object]
    [read] = rispy.loads(response.text)
    return read


class TestThePanel:
    def test_offers_every_style_and_every_format_with_its_file(self, showcase: Showcase) -> None:
        offered = citations(showcase, "/videos/orchard?t=8,12")
        assert [(citation.name, citation.href) for citation in offered] == [
            ("APA 7", ""),
            ("MLA 9", ""),
            ("Chicago 17", ""),
            ("BibTeX", "/videos/orchard/cite.bib?t=8,12"),
            ("RIS", "/videos/orchard/cite.ris?t=8,12"),
            ("CSL-JSON", "/videos/orchard/cite.json?t=8,12"),
        ]

    def test_cites_the_words_with_their_speaker_time_and_address(self, showcase: Showcase) -> None:
        apa, mla, chicago, *_ = citations(showcase, "/videos/orchard?t=8,12")
        title, url = ORCHARD.title, "http://localhost/videos/orchard?t=8,12"
        assert apa.text == (
            f"Samples. (2017, December). {title} [Video]. {url}\nRosa Field (Samples, 2017, 0:08)"
        )
        assert mla.text == (
            f"“{title}.” Samples, Dec. 2017, {url}.\nRosa Field (“The orchard” 00:00:08–12)"
        )
        assert chicago.text == (
            f"Rosa Field, in “{title},” Samples, December 2017, video, 0:24 at 0:08, {url}."
        )

    @pytest.mark.parametrize("query", ["t=8,12", "t=8", "t=0,8&lang=es"])
    def test_copies_what_the_file_says(self, showcase: Showcase, query: str) -> None:
        for citation in citations(showcase, f"/videos/orchard?{query}")[3:]:
            file = showcase.get(citation.href).text.replace("\r", "").rstrip("\n")
            assert undated(citation.text) == undated(file)

    def test_keeps_the_language_of_the_words(self, showcase: Showcase) -> None:
        offered = citations(showcase, "/videos/orchard?t=8,24&lang=es")
        assert "http://localhost/videos/orchard?t=8,24&lang=es" in offered[0].text
        assert offered[3].href == "/videos/orchard/cite.bib?t=8,24&lang=es"


def undated(text: str) -> str:
    """A file without the day of the visit."""
    text = re.sub(r"(urldate = |Y2  - ).*", "", text)
    return re.sub(r'"accessed": \{[^}]*\}', "", text)


class TestAFile:
    @pytest.mark.parametrize("kind", TYPES)
    def test_has_its_type_and_a_name_and_is_taken_along(
        self, showcase: Showcase, kind: str
    ) -> None:
        response = showcase.get(f"/videos/orchard/cite.{kind}?t=8,12")
        assert response.headers["Content-Type"] == TYPES[kind]
        how, names = parse_options_header(response.headers["Content-Disposition"])
        assert how == "attachment"
        assert unquote(names["filename"]).endswith(f"0.08.{kind}")
        assert f'filename="orchard-t8-12.{kind}"' in response.headers["Content-Disposition"]

    @pytest.mark.parametrize(
        ("title", "name"),
        [
            ("আমাদের পথ", "আমাদের পথ, 0.08.ris"),
            ("إلى أين؟", "إلى أين؟, 0.08.ris"),
            ('A/B: "what?" <1|2*\\', "A B what 1 2, 0.08.ris"),
            ("Talk \u202egpj.exe", "Talk gpj.exe, 0.08.ris"),
            ("?", "orchard, 0.08.ris"),
            ("word " * 60, "word word word word word word word word word word, 0.08.ris"),
        ],
    )
    def test_is_named_by_the_title_where_a_name_can_be(
        self, build: Build, title: str, name: str
    ) -> None:
        response = build(replace(ORCHARD, title=title)).get("/videos/orchard/cite.ris?t=8,12")
        how = response.headers["Content-Disposition"]
        assert how.isascii()
        assert unquote(how.partition("filename*=UTF-8''")[2]) == name

    def test_cites_the_whole_video_where_no_time_is_asked_for(self, showcase: Showcase) -> None:
        read = record(showcase, "/videos/orchard/cite.ris")
        assert (read["id"], read["urls"]) == ("orchard", ["http://localhost/videos/orchard"])
        assert "notes" not in read

    def test_cites_a_moment_in_which_nothing_is_said(self, showcase: Showcase) -> None:
        read = record(showcase, "/videos/orchard/cite.ris?t=19,21")
        assert (read["id"], read["notes"]) == ("orchard-t19-21", ["0:19–0:21"])

    @pytest.mark.parametrize("query", ["t=8,12", "t=0:08,0:12", "start=8&end=12"])
    def test_reads_times_as_pages_do(self, showcase: Showcase, query: str) -> None:
        read = record(showcase, f"/videos/orchard/cite.ris?{query}")
        assert read["notes"] == ["Rosa Field, 0:08–0:12"]
        assert read["urls"] == ["http://localhost/videos/orchard?t=8,12"]

    def test_of_words_in_another_language_is_of_the_same_recording(
        self, showcase: Showcase
    ) -> None:
        read = record(showcase, "/videos/orchard/cite.ris?t=8,24&lang=es")
        assert read["language"] == "en"
        assert read["urls"] == ["http://localhost/videos/orchard?t=8,24&lang=es"]

    def test_in_a_language_that_the_video_lacks_is_in_its_own(self, showcase: Showcase) -> None:
        read = record(showcase, "/videos/orchard/cite.ris?lang=zz")
        assert read["urls"] == ["http://localhost/videos/orchard"]

    def test_does_not_search(self, showcase: Showcase, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(showcase.library.current, "search", None)
        assert showcase.get("/videos/orchard/cite.bib?q=rules").status_code == 200


class TestAnUnchangedFile:
    def test_is_not_sent_again_on_the_same_day(self, showcase: Showcase) -> None:
        address = "/videos/orchard/cite.bib?t=8"
        tag = showcase.get(address).headers["ETag"]
        again = showcase.get(address, {"If-None-Match": tag})
        assert (again.status_code, again.data) == (304, b"")
        other = showcase.get("/videos/orchard/cite.bib?t=9", {"If-None-Match": tag})
        assert other.status_code == 200

    def test_changes_every_day_because_it_has_the_date(
        self, showcase: Showcase, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        tag = showcase.get("/videos/orchard/cite.json").headers["ETag"]
        monkeypatch.setattr(request, "utc_today", lambda: date(2027, 1, 2))
        response = showcase.get("/videos/orchard/cite.json", {"If-None-Match": tag})
        assert response.status_code == 200
        [item] = json.loads(response.text)
        assert item["accessed"] == {"date-parts": [[2027, 1, 2]]}


class TestWhatCannotBeCited:
    @pytest.mark.parametrize(
        ("address", "code", "sentence"),
        [
            ("orchard/cite.bib?t=soon", 400, "That is no time"),
            ("orchard/cite.ris?t=12,8", 400, "That is no time"),
            ("orchard/cite.json?t=8,8", 400, "That is no time"),
            ("orchard/cite.json?t=8,", 400, "That is no time"),
            ("orchard/cite.bib?start=12&end=8", 400, "That is no time"),
            ("orchard/cite.bib?t=24", 400, "The video ends at 0:24"),
            ("orchard/cite.bib?t=9:00:00,9:00:01", 400, "The video ends at 0:24"),
            ("orchard/cite.xml", 404, "There is no such format"),
            ("orchard/cite.BIB", 404, "There is no such format"),
            ("meadow/cite.bib", 404, "There is no such video"),
        ],
    )
    def test_is_refused_in_one_sentence(
        self, showcase: Showcase, address: str, code: int, sentence: str
    ) -> None:
        response = showcase.get(f"/videos/{address}")
        assert response.status_code == code
        assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
        assert response.text.startswith(sentence)
        assert response.text.count("\n") == 1
        assert "Content-Disposition" not in response.headers

    def test_an_end_after_the_end_is_the_end_of_the_video(self, showcase: Showcase) -> None:
        read = record(showcase, "/videos/orchard/cite.ris?t=22,99")
        assert read["notes"] == ["Narrator, 0:22–0:24"]


GUIDED = replace(ORCHARD, date="2017-12-29", title="How the rules were written")
STYLES = ("APA 7", "MLA 9", "Chicago 17")


def cited(build: Build, day: str = GUIDED.date) -> dict[str, str]:
    """What the panel of the guide's example copies, by style and format."""
    showcase = build(replace(GUIDED, date=day), url="https://videos.example.org")
    return {found.name: found.text for found in citations(showcase, "/videos/orchard?t=8,12")}


class TestTheGuide:
    @pytest.mark.parametrize("name", [*STYLES, "BibTeX", "RIS", "CSL-JSON"])
    def test_shows_what_the_program_says(self, build: Build, name: str) -> None:
        _, _, section = GUIDE.read_text("utf-8").partition(f"## {name}\n")
        example = re.findall(r"^    (.*)$", section.partition("\n## ")[0], re.MULTILINE)
        assert example == [line.rstrip() for line in cited(build)[name].splitlines()]

    def test_names_addresses_that_are_answered(self, showcase: Showcase) -> None:
        named = re.findall(r"`(/videos/\S+)`", GUIDE.read_text("utf-8"))
        assert named
        assert [showcase.get(address).status_code for address in named] == [200] * len(named)

    @pytest.mark.parametrize("day", ["2017-12-29", "2017-12", "2017", ""])
    def test_shows_how_a_date_is_written(self, build: Build, day: str) -> None:
        [row] = re.findall(
            rf'^\| `date = "{day}"` \| (.*) \|$', GUIDE.read_text("utf-8"), re.MULTILINE
        )
        texts = cited(build, day)
        for style, written in zip(STYLES, row.split(" | "), strict=True):
            assert all(part in texts[style] for part in written.split(" … "))
