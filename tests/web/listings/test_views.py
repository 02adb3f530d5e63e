"""The pages of lists: what they show, in which order, and where they lead."""

import json
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from showcase.core.catalog.models import Link, MediaFile, Organization, Person, Track, Video
from showcase.core.catalog.series import SeriesPart
from showcase.core.catalog.spoken_times import SpokenTime
from showcase.core.catalog.translations import (
    LinkTranslation,
    NameTranslation,
    OrganizationTranslation,
    PersonTranslation,
    VideoTranslation,
)
from showcase.core.catalog.visibility import Visibility
from showcase.web.listings import entry_page, listing_page, passage_page
from tests.web.small_showcase import HAND, MILL, ORCHARD, WORDS, Build, Showcase

ROSA = Person(
    HAND, "Pickers United", "picker",
    portrait=MediaFile("rosa.svg", "image/svg+xml", 60), portrait_alt="Rosa under a tree",
    links=(Link("Her letters", "https://example.org/rosa"),),
)  # fmt: skip
SPANISH = VideoTranslation(
    "es",
    people=(PersonTranslation(HAND, "Rosa Campo", "recolectora", "Rosa bajo un árbol"),),
    organizations=(OrganizationTranslation("Pickers United", "Unión de Recolectores"),),
    links=(LinkTranslation("https://example.org/rosa", "Sus cartas"),),
    series=(NameTranslation("Harvest talks", "Charlas de la cosecha"),),
    topics=(NameTranslation("Land", "Tierra"),),
)
FIRST = replace(
    ORCHARD, voice="human", people=(ROSA, Person("Narrator", voice="synthetic")),
    spoken=(SpokenTime("Narrator", 10_000), SpokenTime(HAND, 720_000)),
    series=(SeriesPart("Harvest talks", 2),), topics=("Land", "Water"), translations=(SPANISH,),
)  # fmt: skip
SECOND = replace(
    MILL, people=(Person("Foreman"),), spoken=(SpokenTime("Foreman", 9_000),), topics=("Water",),
    series=(SeriesPart("Harvest talks", 1),),
)  # fmt: skip
MANY_WORDS = {**WORDS, ("second", "en"): WORDS["orchard", "en"]}


@pytest.fixture
def site(build: Build) -> Showcase:
    """The orchard and the mill, with everything that lists show."""
    return build(FIRST, SECOND)


def text(node: object) -> str:
    return " ".join(node.get_text().split()) if hasattr(node, "get_text") else ""


def rows(page: BeautifulSoup) -> list[str]:
    return [text(row) for row in page.select(".entries li")]


def links(page: BeautifulSoup, selector: str) -> list[str]:
    return [str(link["href"]) for link in page.select(selector)]


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("/speakers", [
            "Foreman 1 video, speaks for less than a minute",
            "Rosa Field Pickers United 1 video, speaks for about 12 minutes",
        ]),
        ("/organizations", ["Pickers United 1 video", "Silent Watch 1 video"]),
        ("/series", ["Harvest talks 2 videos"]),
        ("/topics", ["Land 1 video", "Water 2 videos"]),
        ("/dates", ["2017 1 video", "Without a date 1 video"]),
        ("/es/topics", ["Tierra 1 video", "Water 2 videos"]),
        ("/bn/dates", ["২০১৭ ১টি ভিডিও", "তারিখ ছাড়া ১টি ভিডিও"]),
    ],
)  # fmt: skip
def test_a_list_names_its_entries_and_how_much_there_is(
    site: Showcase, path: str, shown: list[str]
) -> None:
    assert rows(site.page(path)) == shown


def test_an_entry_of_a_list_leads_to_its_page(site: Showcase) -> None:
    for kind in ("speakers", "organizations", "series", "topics", "dates"):
        for href in links(site.page(f"/{kind}"), ".entries a"):
            assert site.get(href).status_code == 200, href


def test_a_speaker_has_portrait_role_links_and_passages(site: Showcase) -> None:
    page = site.page("/speakers/rosa-field")
    image = page.select_one("img.portrait")
    assert image
    assert (image["src"], image["alt"]) == ("/videos/orchard/media/rosa.svg", "Rosa under a tree")
    assert text(page.select_one(".entry-head .lede")) == "picker, Pickers United"
    assert links(page, ".entry-head a") == [
        "/organizations/pickers-united", "https://example.org/rosa",
    ]  # fmt: skip
    (row,) = page.select(".hit-list li")
    assert text(row) == (
        "0:08 Then we wrote the rules ourselves, word by word. "
        "And the rules hold 🍎 because buyers signed. [bell rings]"
    )
    (href,) = links(page, ".hit-list a")
    assert href.startswith("/videos/orchard?t=8,")
    anchor = href.partition("#")[2]
    assert site.page(href).find(id=anchor)


def test_a_speaker_is_shown_in_the_language_of_the_reader(site: Showcase) -> None:
    page = site.page("/es/speakers/rosa-field")
    assert text(page.h1) == "Rosa Campo"
    assert text(page.select_one(".entry-head .lede")) == "recolectora, Unión de Recolectores"
    assert text(page.select_one(".entry-head .links")) == "Sus cartas"
    assert page.select_one("img.portrait[alt='Rosa bajo un árbol']")
    quote = page.select_one(".hit-list q")
    assert quote
    assert quote["lang"] == "en"
    assert links(page, ".hit-list a")[0].startswith("/es/videos/orchard?t=8,")


def test_what_they_said_is_searched_with_the_filters_of_the_search(site: Showcase) -> None:
    form = site.page("/speakers/rosa-field").select_one("form.is-big")
    assert form
    hidden = {str(each["name"]): str(each["value"]) for each in form.select("[type=hidden]")}
    assert hidden == {"speaker": HAND, "organization": "Pickers United"}
    found = site.page(f"/search?q=rules&speaker={HAND}&organization=Pickers+United")
    assert {"Rosa Field"} == {
        text(each).partition(",")[0] for each in found.select(".hit-list .by")
    }
    assert site.page("/organizations/pickers-united").select_one("[name=organization]")
    assert site.page("/speakers/foreman").select_one("[name=speaker]")
    assert not site.page("/topics/land").select_one("form.is-big")


def test_no_search_is_offered_that_would_find_others_of_the_same_name(build: Build) -> None:
    site = build(FIRST, replace(SECOND, people=(Person(HAND),), spoken=()))
    for href in links(site.page("/speakers"), ".entries a"):
        page = site.page(href)
        is_named = bool(page.select_one(".entry-head .lede a"))
        assert bool(page.select_one("form.is-big")) == is_named


def test_an_address_of_two_people_shows_both_and_is_kept_out_of_search_engines(
    build: Build,
) -> None:
    site = build(FIRST, replace(SECOND, people=(Person(HAND),), spoken=()))
    response = site.get("/speakers/rosa-field")
    page = site.page("/speakers/rosa-field")
    assert text(page.h1) == "Which one?"
    assert len(rows(page)) == 2
    assert response.headers["X-Robots-Tag"] == "noindex"
    assert {site.get(href).status_code for href in links(page, ".entries a")} == {200}
    assert site.get("/speakers/rosa-field/in/orchard").status_code == 404
    assert site.get("/speakers/rosa-field/page/2").status_code == 404


def test_an_address_of_one_of_two_leads_to_the_other_s_when_it_is_alone(build: Build) -> None:
    both = build(FIRST, replace(SECOND, people=(Person(HAND),), spoken=()))
    own = next(
        h for h in links(both.page("/speakers"), ".entries a") if HAND in text(both.page(h).h1)
    )
    alone = build(FIRST, SECOND)
    named = next(
        href for href in links(both.page("/speakers"), ".entries a")
        if alone.get(href).status_code == 308
    )  # fmt: skip
    assert alone.get(named).headers["Location"] == "/speakers/rosa-field"
    assert alone.get(f"/es{named}").headers["Location"] == "/es/speakers/rosa-field"
    assert own.startswith("/speakers/rosa-field-")


def test_an_organization_has_its_facts_its_people_and_its_videos(site: Showcase) -> None:
    page = site.page("/organizations/pickers-united")
    head = text(page.select_one(".entry-head"))
    assert head == "Pickers United PU, Kent Wrote the rules. Website: Pickers United 1 video"
    assert rows(page) == ["Rosa Field 1 video, speaks for about 12 minutes"]
    assert links(page, ".videos h2 a") == ["/videos/orchard"]


def test_the_parts_of_a_series_are_in_order(site: Showcase) -> None:
    page = site.page("/series/harvest-talks")
    assert links(page, ".videos h2 a") == ["/videos/mill", "/videos/orchard"]
    assert [text(each).partition(",")[0] for each in page.select(".videos .by")] == [
        "Part 1",
        "Part 2",
    ]


def test_years_have_their_videos(site: Showcase) -> None:
    assert links(site.page("/dates/2017"), ".videos h2 a") == ["/videos/orchard"]
    assert links(site.page("/dates/undated"), ".videos h2 a") == ["/videos/mill"]
    assert text(site.page("/bn/dates/2017").h1) == "২০১৭"


def test_minutes_are_told_only_where_they_are_known_of_every_video(build: Build) -> None:
    unknown = replace(FIRST, slug="second", title="Second", spoken=(SpokenTime(HAND),))
    site = build(FIRST, unknown, words=MANY_WORDS)
    page = site.page("/speakers/rosa-field")
    assert text(page.select_one(".entry-head .facts")) == "2 videos"
    facts = [text(each) for each in page.select(".group header p")]
    assert ["speaks" in each for each in facts] == [True, False]


def test_all_passages_are_reachable(site: Showcase, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entry_page, "SHOWN_PASSAGE_COUNT", 0)
    monkeypatch.setattr(passage_page, "PASSAGES_PER_PAGE", 1)
    page = site.page("/speakers/rosa-field")
    (href,) = links(page, ".all a")
    assert href == "/speakers/rosa-field/in/orchard"
    shown = site.page(href)
    assert text(shown.select_one(".all")) == ""
    assert len(shown.select(".hit-list li")) == 1
    assert links(shown, "h1 a, .lede a") == ["/videos/orchard", "/speakers/rosa-field"]
    assert site.get(f"{href}/page/2").status_code == 404


def test_long_lists_are_in_pages(site: Showcase, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing_page, "ENTRIES_PER_PAGE", 1)
    page = site.page("/es/speakers")
    assert links(page, ".paging a") == ["/es/speakers/page/2"]
    second = site.page("/es/speakers/page/2")
    assert links(second, ".paging a") == ["/es/speakers"]
    assert rows(page) != rows(second)
    canonical = second.select_one("link[rel=canonical]")
    assert canonical
    assert canonical["href"] == "http://localhost/es/speakers/page/2"


def test_the_videos_of_an_entry_are_in_pages(
    site: Showcase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(entry_page, "VIDEOS_PER_PAGE", 1)
    assert links(site.page("/topics/water"), ".paging a") == ["/topics/water/page/2"]
    assert links(site.page("/topics/water/page/2"), ".videos h2 a") == ["/videos/mill"]


@pytest.mark.parametrize(
    "path",
    [
        "/speakers/nobody", "/speakers/page/2", "/speakers/page/0", "/topics/land/page/2", "/dates/1999",
        "/speakers/rosa-field/in/mill", "/speakers/rosa-field/in/nothing", "/organizations/x/in/orchard",
        "/speakers/rosa-field/in/orchard/page/0", "/people", "/speakers/narrator",
    ],
)  # fmt: skip
def test_what_is_not_there_is_not_found(site: Showcase, path: str) -> None:
    assert site.get(path).status_code == 404


def test_a_list_without_entries_is_not_found_and_not_linked(build: Build) -> None:
    site = build(replace(FIRST, series=(), topics=()), replace(SECOND, series=(), topics=()))
    assert site.get("/series").status_code == 404
    assert links(site.page("/"), "nav.listings a") == ["/speakers", "/organizations", "/dates"]


def test_pages_link_lists_where_there_are_several_videos(site: Showcase, build: Build) -> None:
    paths = ["/speakers", "/organizations", "/series", "/topics", "/dates"]
    assert links(site.page("/videos/mill"), ".site-footer a") == paths
    assert links(site.page("/es/"), ".site-footer a") == [f"/es{path}" for path in paths]
    assert links(site.page("/"), "nav.listings a") == paths
    assert links(site.page("/nowhere", 404), ".site-footer a") == paths
    alone = build(FIRST)
    assert not alone.page("/").select(".site-footer a, nav.listings")
    assert not alone.page("/").select("a[href^='/speakers'], a[href^='/topics']")
    assert "Harvest talks" in alone.get("/").text


def test_a_video_links_its_people_series_and_topics(build: Build) -> None:
    site = build(FIRST, replace(SECOND, organizations=(Organization("Pickers United"),)))
    page = site.page("/videos/orchard")
    assert links(page, ".about a")[:3] == ["/series/harvest-talks", "/topics/land", "/topics/water"]
    assert "Series: Harvest talks, Part 2" in text(page.select_one(".about"))
    assert {*links(page, ".who-speaks a")} >= {
        "/speakers/rosa-field",
        "/organizations/pickers-united",
    }
    assert links(site.page("/videos/mill"), ".who-speaks a")[-1] == "/speakers/foreman"


def test_a_video_without_times_leads_to_its_words(build: Build) -> None:
    untimed = replace(
        FIRST, slug="second", tracks=(Track("captions", "en", "English", cues=6, timing="none"),),
        spoken=(SpokenTime(HAND),),
    )  # fmt: skip
    site = build(untimed, SECOND, words=MANY_WORDS)
    page = site.page("/speakers/rosa-field")
    assert text(page.select_one(".hit-list .time")) == "Read"
    (href,) = links(page, ".hit-list a")
    path, _, anchor = href.partition("#")
    assert path == "/videos/second"
    assert site.page(path).find(id=anchor)


def test_a_video_without_a_transcript_is_listed_without_passages(build: Build) -> None:
    silent = replace(FIRST, slug="silent", tracks=(), spoken=())
    site = build(silent, SECOND)
    page = site.page("/speakers/rosa-field")
    assert links(page, "h2 a") == ["/videos/silent"]
    assert not page.select(".hit-list")


def json_ld(page: BeautifulSoup) -> dict[str, object]:
    found = page.select_one("script[type='application/ld+json']")
    assert found
    read: dict[str, object] = json.loads(found.string or "")
    return read


def test_search_engines_read_who_and_what_it_is(site: Showcase) -> None:
    person = json_ld(site.page("/speakers/rosa-field"))
    assert person == {
        "@context": "https://schema.org", "@type": "Person", "name": HAND, "jobTitle": "picker",
        "@id": "http://localhost/speakers/rosa-field", "url": "http://localhost/speakers/rosa-field",
        "affiliation": {"@type": "Organization", "name": "Pickers United"},
        "image": "http://localhost/videos/orchard/media/rosa.svg",
        "sameAs": ["https://example.org/rosa"],
    }  # fmt: skip
    organization = json_ld(site.page("/es/organizations/pickers-united"))
    assert organization["@type"] == "Organization"
    assert organization["@id"] == "http://localhost/organizations/pickers-united"
    assert organization["sameAs"] == "https://example.org/pu"
    series = json_ld(site.page("/series/harvest-talks"))
    assert series["@type"] == "CreativeWorkSeries"
    assert isinstance(series["hasPart"], list)
    assert [part["position"] for part in series["hasPart"]] == [1, 2]
    assert not site.page("/topics/land").select("script[type='application/ld+json']")


def test_an_organization_of_people_alone_has_a_page(build: Build) -> None:
    site = build(replace(FIRST, organizations=()), SECOND)
    page = site.page("/organizations/pickers-united")
    assert text(page.h1) == "Pickers United"
    assert json_ld(page)["name"] == "Pickers United"


def hidden(video: Video) -> Video:
    return replace(video, visibility=Visibility(noindex=True))


def test_what_shows_a_video_that_search_engines_shall_not_have_asks_them_too(build: Build) -> None:
    site = build(FIRST, hidden(SECOND))
    for path in ("/speakers", "/speakers/foreman", "/topics/water", "/speakers/foreman/in/mill"):
        assert site.get(path).headers.get("X-Robots-Tag") == "noindex", path
        robots = site.page(path).select_one("meta[name=robots]")
        assert robots
        assert robots["content"] == "noindex"
    for path in ("/topics/land", "/speakers/rosa-field", "/speakers/rosa-field/in/orchard"):
        assert "X-Robots-Tag" not in site.get(path).headers
    sitemap = site.get("/sitemap.xml").text
    assert "/speakers/rosa-field<" in sitemap
    assert "/speakers/foreman" not in sitemap
    assert "/topics/water" not in sitemap


def test_the_sitemap_has_lists_and_entries_after_the_videos(site: Showcase) -> None:
    sitemap = site.get("/sitemap.xml").text
    for path in ("/speakers", "/bn/speakers/rosa-field", "/dates/undated", "/series/harvest-talks"):
        assert f"<loc>http://localhost{path}</loc>" in sitemap
    assert sitemap.index("/videos/mill<") < sitemap.index("/speakers<")
    assert "/in/" not in sitemap


def test_the_names_of_others_are_text(build: Build) -> None:
    odd = Person('<b>"Ana" & Co</b>', organization="<i>O</i>")
    site = build(replace(FIRST, people=(odd,), spoken=(), topics=("<script>",)), SECOND)
    page = site.page("/speakers")
    (href, *_) = [h for h in links(page, ".entries a") if "foreman" not in h]
    assert text(site.page(href).h1) == '<b>"Ana" & Co</b>'
    assert not site.page("/topics").select(".entries script, .entries b, .entries i")


def test_a_page_is_not_sent_again_while_nothing_changes(site: Showcase) -> None:
    tag = site.get("/speakers/rosa-field").headers["ETag"]
    assert site.get("/speakers/rosa-field", {"If-None-Match": tag}).status_code == 304


def test_lists_are_made_once_for_a_publication(
    site: Showcase, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.page("/speakers")
    monkeypatch.setattr("showcase.web.context.listings.build_listings", None)
    assert site.get("/topics/water").status_code == 200


def test_organizations_without_a_table_of_their_own_are_found_in_the_newest(build: Build) -> None:
    second = replace(
        SECOND, organizations=(Organization("Pickers United", about="Newer."),), date="2020"
    )
    site = build(second, FIRST)
    assert "Newer." in text(site.page("/organizations/pickers-united").select_one(".entry-head"))


def test_a_video_tells_programs_of_its_series_and_topics(site: Showcase) -> None:
    read = site.get("/api/videos/orchard").json
    assert read
    assert read["series"] == [{"name": "Harvest talks", "number": 2}]
    assert read["topics"] == ["Land", "Water"]
    video = json_ld(site.page("/videos/orchard"))
    assert video["isPartOf"] == [{"@type": "CreativeWorkSeries", "name": "Harvest talks"}]
    assert video["keywords"] == "Land, Water"
