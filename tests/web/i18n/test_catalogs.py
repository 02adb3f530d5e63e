"""Which language a page is in, how its address names it, and where its links lead."""

import json
import re
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from showcase.web.i18n.catalogs import localize_digits, localized_number, t, tn
from showcase.web.i18n.formatting import (
    duration_in_words,
    localized_clock,
    localized_date,
    localized_file_size,
)
from tests.web.answers import one, read
from tests.web.small_showcase import MILL, ORCHARD, Build, Showcase, parse

SITE = "https://films.example/archive"
MANY_TAGS = ", ".join(f"x{number}" for number in range(5_000)) + ", es"


def language(showcase: Showcase, address: str, accepted: str = "") -> str:
    response = showcase.get(address, {"Accept-Language": accepted})
    (tag,) = re.findall(r'<html[^>]* lang="([^"]*)"', response.text)
    return str(tag)


class TestChoice:
    @pytest.mark.parametrize(
        ("accepted", "tag"),
        [
            ("", "en"), ("*", "en"), ("es", "es"), ("es-MX,en", "es"), ("en-US,es", "en"),
            ("fr", "en"), ("fr,ht;q=0.9,en;q=0.8", "ht"), ("bn-BD", "bn"), ("ES-419", "es"),
            ("es;q=0", "en"), ("es;q=0,bn;q=0.1", "bn"), ("*,es;q=0.5", "es"),
            ("en;q=0.2,bn;q=0.9", "bn"), (MANY_TAGS, "en"), (";;q=nonsense,\x7f", "en"),
            ("zh-Hant-TW, es-ES", "es"),
        ],
    )  # fmt: skip
    def test_is_the_first_that_the_browser_asks_for_and_we_have(
        self, showcase: Showcase, accepted: str, tag: str
    ) -> None:
        for address in ("/", "/videos/orchard", "/search", "/embed/orchard", "/videos/none"):
            assert language(showcase, address, accepted) == tag

    @pytest.mark.parametrize("tag", ["en", "es", "ht", "bn"])
    @pytest.mark.parametrize(
        "address", ["/", "/videos/orchard", "/search?q=rules", "/embed/orchard", "/none", "/embed/none"]
    )  # fmt: skip
    def test_of_the_address_goes_before_that_of_the_browser(
        self, showcase: Showcase, tag: str, address: str
    ) -> None:
        assert language(showcase, f"/{tag}{address}", "sv, bn, es, en") == tag

    def test_of_the_transcript_is_independent_of_it(self, showcase: Showcase) -> None:
        page = showcase.page("/bn/videos/orchard?lang=es")
        assert one(page, "html")["lang"] == "bn"
        assert one(page, "#transcript")["lang"] == "es"

    @pytest.mark.parametrize("address", ["/fr/videos/orchard", "/ES/", "/es-MX/", "/english/"])
    def test_that_we_do_not_have_is_no_address(self, showcase: Showcase, address: str) -> None:
        assert showcase.get(address).status_code == 404

    def test_alone_is_the_first_page(self, showcase: Showcase) -> None:
        response = showcase.get("/es")
        assert response.status_code == 308
        assert str(response.headers["Location"]).endswith("/es/")

    def test_of_what_programs_read_is_one(self, showcase: Showcase) -> None:
        for address in ("/feed.xml", "/videos/orchard/tracks/captions.en.txt", "/api/videos"):
            english, spanish = (
                showcase.get(address, {"Accept-Language": tag}) for tag in ("en", "es")
            )
            assert english.data == spanish.data
            assert "Accept-Language" not in english.headers.get("Vary", "")

    def test_is_kept_in_no_cookie(self, showcase: Showcase) -> None:
        for address in ("/", "/es/", "/es/search?q=rules", "/bn/none"):
            assert "Set-Cookie" not in showcase.get(address, {"Accept-Language": "es"}).headers


class TestCaching:
    @pytest.mark.parametrize(
        "address",
        ["/", "/videos/orchard", "/videos/orchard?q=rules&lang=en&part=search",
         "/videos/orchard?t=8,11&part=share", "/embed/orchard", "/videos/orchard/print"],
    )  # fmt: skip
    def test_an_address_without_a_language_varies_with_the_browser(
        self, showcase: Showcase, address: str
    ) -> None:
        english, spanish = (showcase.get(address, {"Accept-Language": tag}) for tag in ("en", "es"))
        assert english.headers["ETag"] != spanish.headers["ETag"]
        for response in (english, spanish):
            assert "Accept-Language" in response.headers["Vary"]
        held = {"Accept-Language": "es-MX", "If-None-Match": str(spanish.headers["ETag"])}
        unchanged = showcase.get(address, held)
        assert unchanged.status_code == 304
        assert "Accept-Language" in unchanged.headers["Vary"]
        assert showcase.get(address, held | {"Accept-Language": "en"}).status_code == 200

    def test_one_with_a_language_does_not(self, showcase: Showcase) -> None:
        for address in ("/es/", "/es/videos/orchard", "/es/embed/orchard"):
            english, bengali = (
                showcase.get(address, {"Accept-Language": tag}) for tag in ("en", "bn")
            )
            assert "Accept-Language" not in english.headers.get("Vary", "")
            assert (english.headers["ETag"], english.data) == (
                bengali.headers["ETag"],
                bengali.data,
            )


class TestPieces:
    """What the scripts ask for comes from the path that the page has."""

    def test_of_a_search_are_in_the_language(self, showcase: Showcase) -> None:
        form = one(showcase.page("/es/videos/orchard"), "form#search")
        address = f"{str(form['action']).partition('#')[0]}?q=rules&lang=en&part=search"
        assert address.startswith("/es/videos/orchard?")
        assert 'data-status="3 resultados"' in showcase.get(address).text

    def test_of_the_share_panel_are_in_the_language(self, showcase: Showcase) -> None:
        page = showcase.page("/bn/videos/orchard")
        links = [str(link["href"]) for link in page.select("#transcript a.time")]
        assert links
        assert all(link.startswith("/bn/videos/orchard?t=") for link in links)
        panel = showcase.page("/bn/videos/orchard?t=8,11.9&part=share")
        assert one(panel, "#share")["lang"] == "bn"
        assert read(one(panel, "#share .share-head b")) == "০:০৮–০:১১"
        assert one(panel, "#share")["data-t"] == "8,11.9"


class TestLinks:
    def hrefs(self, page: BeautifulSoup, selector: str = "main a[href]") -> list[str]:
        return [str(link["href"]) for link in page.select(selector)]

    @pytest.mark.parametrize("address", ["/", "/videos/orchard?t=8,12&q=rules", "/search?q=rules"])
    def test_within_the_site_keep_the_language(self, build: Build, address: str) -> None:
        page = build(ORCHARD, MILL, url=SITE).page(f"/ht{address}")
        own = [link for link in self.hrefs(page) if link.startswith("/")]
        files = ("/tracks/", "/media/", "/card.png", "/cite.")
        for link in (link for link in own if not any(part in link for part in files)):
            assert link.startswith("/archive/ht/"), link
        assert len(own) > 3

    def test_of_what_is_sent_to_others_name_none(self, build: Build) -> None:
        page = build(ORCHARD, MILL, url=SITE).page("/es/videos/orchard?t=8,11.9")
        url = f"{SITE}/videos/orchard?t=8,11.9"
        assert one(page, "#share-link")["value"] == url
        assert one(page, "#share-quote").get_text().endswith(url)
        assert f'src="{SITE}/embed/orchard?t=8,11.9"' in one(page, "#share-embed").get_text()

    def test_of_a_frame_stay_in_its_language(self, showcase: Showcase) -> None:
        page = showcase.page("/es/embed/orchard")
        assert one(page, "form#search")["action"] == "/es/embed/orchard#search"
        assert not page.select(".locales")


class TestSwitcher:
    def test_leads_to_the_same_page_in_every_language(self, build: Build) -> None:
        page = build(ORCHARD, MILL, url=SITE).page("/es/videos/orchard?q=rules&t=8,12")
        found = [
            (read(link), link["lang"], link["hreflang"], link["href"])
            for link in page.select(".locales a")
        ]
        assert found == [
            (name, tag, tag, f"/archive/{tag}/videos/orchard?t=8,12&q=rules")
            for name, tag in (("English", "en"), ("Español", "es"), ("Kreyòl", "ht"), ("বাংলা", "bn"))
        ]

    @pytest.mark.parametrize(("address", "tag"), [("/bn/", "bn"), ("/", "en"), ("/es/none", "es")])
    def test_says_which_is_the_current_one(
        self, showcase: Showcase, address: str, tag: str
    ) -> None:
        page = parse(showcase.get(address).text)
        assert one(page, ".locales [aria-current=page]")["lang"] == tag

    def test_keeps_what_an_address_holds_as_it_is(self, showcase: Showcase) -> None:
        page = showcase.page("/search?q=%E0%A6%A8%20%26%22%3Cb%3E&t=%")
        links = {str(link["href"]) for link in page.select(".locales a")}
        assert "/es/search?q=%E0%A6%A8%20%26%22%3Cb%3E&t=%" in links

    def test_knows_a_proxy_that_takes_a_part_of_the_path_off(self, showcase: Showcase) -> None:
        response = showcase.client.get("/es/search", environ_overrides={"SCRIPT_NAME": "/films"})
        page = parse(response.text)
        assert one(page, ".locales [lang=bn]")["href"] == "/films/bn/search"
        assert one(page, "html")["lang"] == "es"
        assert one(page, ".site-name")["href"] == "/films/es/"


class TestSearchEngines:
    LANGUAGES = ("x-default", "en", "bn", "es", "ht")

    def alternates(self, page: BeautifulSoup) -> dict[str, str]:
        links = page.select("head link[rel=alternate][hreflang]")
        return {str(link["hreflang"]): str(link["href"]) for link in links}

    @pytest.mark.parametrize("path", ["/", "/videos/orchard"])
    @pytest.mark.parametrize("tag", ["", "/en", "/es", "/ht", "/bn"])
    def test_find_each_page_in_every_language(self, build: Build, path: str, tag: str) -> None:
        page = build(ORCHARD, MILL, url=SITE).page(tag + path)
        assert one(page, "link[rel=canonical]")["href"] == f"{SITE}{tag}{path}"
        assert self.alternates(page) == {
            name: f"{SITE}{'' if name == 'x-default' else f'/{name}'}{path}"
            for name in self.LANGUAGES
        }

    def test_find_the_only_video_at_one_address_a_language(self, build: Build) -> None:
        page = build(ORCHARD, url=SITE).page("/es/")
        assert one(page, "link[rel=canonical]")["href"] == f"{SITE}/es/videos/orchard"

    @pytest.mark.parametrize(
        "address",
        ["/es/videos/orchard?q=rules", "/es/videos/orchard?t=8,11", "/es/videos/orchard?lang=es",
         "/es/search?q=rules", "/es/videos/orchard/print", "/es/embed/orchard"],
    )  # fmt: skip
    def test_get_no_alternates_of_a_page_that_is_not_canonical(
        self, showcase: Showcase, address: str
    ) -> None:
        page = showcase.page(address)
        if "/search" not in address and "/print" not in address:
            canonical = str(one(page, "link[rel=canonical]")["href"])
            assert canonical == "http://localhost/es/videos/orchard"
        assert not address.startswith("/es/videos/orchard?") or not self.alternates(page)

    @pytest.mark.parametrize(
        ("address", "own"),
        [("/videos/orchard", "en_US"), ("/es/videos/orchard", "es_LA"),
         ("/bn/videos/orchard", "bn_IN"), ("/videos/orchard?lang=es", "es_LA")],
    )  # fmt: skip
    def test_and_previews_know_the_language_of_the_page(
        self, showcase: Showcase, address: str, own: str
    ) -> None:
        page = showcase.page(address)
        others = {str(meta["content"]) for meta in page.select("[property='og:locale:alternate']")}
        assert one(page, "[property='og:locale']")["content"] == own
        assert others | {own} == {"en_US", "es_LA", "ht_HT", "bn_IN"}
        assert own not in others

    def test_read_the_video_as_it_is_in_every_language(self, build: Build) -> None:
        showcase = build(ORCHARD, url=SITE)
        pages = [showcase.page(f"{tag}/videos/orchard") for tag in ("", "/es", "/bn")]
        written = [one(page, "[type='application/ld+json']").string or "" for page in pages]
        data = [json.loads(text) for text in written]
        transcripts = [video.pop("transcript", "") for video in data]
        assert data[0] == data[1] == data[2]
        # The words of the page in Spanish are a translation.
        assert [bool(words) for words in transcripts] == [True, False, True]
        assert data[0]["inLanguage"] == "en"


class TestScripts:
    def test_bring_their_words_before_them(self, showcase: Showcase) -> None:
        for address in ("/es/", "/es/embed/orchard"):
            page = showcase.page(address)
            names = [
                str(script["src"]).rpartition("/js/")[2]
                for script in page.select("head script[src]")
            ]
            assert names == ["i18n/es.js", "main.js"]
            words, main = (str(script["src"]) for script in page.select("head script[src]"))
            assert words.partition("/js/")[0] == main.partition("/js/")[0]
        assert len(showcase.page("/en/").select("head script[src]")) == 1

    def test_get_plural_forms_by_the_categories_of_browsers(self, showcase: Showcase) -> None:
        page = showcase.page("/es/")
        response = showcase.get(str(page.select("head script[src]")[0]["src"]))
        assert response.mimetype == "text/javascript"
        said = json.loads(response.text[response.text.index("{") : response.text.rindex("}") + 1])
        assert said["Play"] == "Reproducir"
        assert said["{n} hour"] == {"one": "{n} hora", "other": "{n} horas"}
        assert "%(" not in response.text


class TestNumbers:
    @pytest.mark.parametrize(
        ("tag", "told"),
        [
            ("en", ("1,200", "1:02:03", "December 29, 2017", "1.9 MB", "2 hours 1 second")),
            ("es", ("1,200", "1:02:03", "29 de diciembre de 2017", "1.9 MB", "2 horas 1 segundo")),
            ("ht", ("1,200", "1:02:03", "29 desanm 2017", "1.9 MB", "2 èdtan 1 segonn")),
            ("bn", ("১,২০০", "১:০২:০৩", "২৯ ডিসেম্বর ২০১৭", "১.৯ MB", "২ ঘণ্টা ১ সেকেন্ড")),
        ],
    )  # fmt: skip
    def test_dates_and_times_are_written_as_the_language_does(
        self, showcase: Showcase, tag: str, told: tuple[str, ...]
    ) -> None:
        with showcase.client.application.test_request_context(f"/{tag}/"):
            assert told == (
                localized_number(1_200),
                localized_clock(3_723_000),
                localized_date("2017-12-29"),
                localized_file_size(1_880_505),
                duration_in_words(7_201_000),
            )

    def test_are_english_outside_of_requests(self) -> None:
        assert (localize_digits("1:52"), localized_number(12_000)) == ("1:52", "12,000")
        assert t("Play") == "Play"
        assert tn("%(n)s match", "%(n)s matches", 2) == "2 matches"

    def test_in_data_and_addresses_stay_what_scripts_read(self, showcase: Showcase) -> None:
        page = showcase.page("/bn/videos/orchard?q=rules&t=8,12")
        read_by_scripts = re.compile("data-(?!status|said)|href$|id$|aria-value(min|max|now)$")
        values = [
            str(value)
            for element in page.find_all()
            for name, value in element.attrs.items()
            if read_by_scripts.match(name)
        ]
        assert len(values) > 100
        assert [value for value in values if re.search("[০-৯]", value)] == []
        assert "০:০৮" in read(one(page, "#transcript"))


def test_an_error_about_a_page_of_results_is_in_the_pages_language(
    build: Build,
) -> None:
    videos = [replace(MILL, slug=f"mill-{number}", tracks=()) for number in range(3)]
    page = build(ORCHARD, *videos).page("/es/search?q=rules&page=9")
    assert read(one(page, "#search-status")).startswith("No hay página 9: solo ")
