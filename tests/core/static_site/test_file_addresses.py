"""Where an address of the served site is found in a site of plain files."""

from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.core.static_site.file_addresses import (
    FileAddress,
    FileKind,
    UnwritableAddressError,
    file_address,
    relative_link,
)


@pytest.mark.parametrize(
    ("path", "query", "kind", "expected"),
    [
        ("/", "", "page", FileAddress("index.html", "/")),
        ("/es/", "", "page", FileAddress("es/index.html", "/es/")),
        ("/videos/wsr", "", "page", FileAddress("videos/wsr/index.html", "/videos/wsr")),
        (
            "/videos/wsr", "t=1,2&lang=es&q=a", "page",
            FileAddress("videos/wsr/lang-es/index.html", "/videos/wsr?lang=es", "?t=1,2&q=a"),
        ),
        (
            "/videos/a", "lang=es&beside=bn", "page",
            FileAddress("videos/a/beside-bn/lang-es/index.html", "/videos/a?beside=bn&lang=es"),
        ),
        (
            "/videos/a", "beside=bn&part=share&lang=es", "page",
            FileAddress("videos/a/lang-es/part-share/index.html", "/videos/a?lang=es&part=share"),
        ),
        ("/videos/wsr/card.png", "", "file", FileAddress("videos/wsr/card.png", "/videos/wsr/card.png")),
        (
            "/videos/a/card.png", "size=square&lang=es", "file",
            FileAddress("videos/a/card.lang-es.size-square.png", "/videos/a/card.png?lang=es&size=square"),
        ),
        ("/videos/wsr/card.png", "t=1,2", "file", None),
        ("/api/videos/wsr", "", "json", FileAddress("api/videos/wsr.json", "/api/videos/wsr")),
        (
            "/api/videos/a/cues", "kind=captions&page=2", "json",
            FileAddress(
                "api/videos/a/cues.kind-captions.page-2.json", "/api/videos/a/cues?kind=captions&page=2"
            ),
        ),
        (
            "/videos/a/media/a%20film.webm", "", "file",
            FileAddress("videos/a/media/a film.webm", "/videos/a/media/a%20film.webm"),
        ),
    ],
)  # fmt: skip
def test_an_address_has_a_file(
    path: str, query: str, kind: FileKind, expected: FileAddress | None
) -> None:
    assert file_address(path, query, kind) == expected


def test_a_query_that_a_script_reads_stays_as_it_is() -> None:
    found = file_address("/search", "q=a+b&language=es", "page", keeps_query=True)
    assert found == FileAddress("search/index.html", "/search", "?q=a+b&language=es")


@pytest.mark.parametrize(
    "path", ["/../a", "/a/..", "/a/%2e%2e/b", "/a%2Fb", "/a%5Cb", "/a%00", f"/{'a' * 256}"]
)
def test_an_address_that_no_file_can_have_is_refused(path: str) -> None:
    with pytest.raises(UnwritableAddressError):
        file_address(path, "", "file")


@given(
    st.lists(
        st.text(st.characters(codec="utf-8", exclude_characters="/\\"), min_size=1, max_size=9)
    ),
    st.text(),
)
def test_no_address_leads_out_of_the_folder(names: list[str], language: str) -> None:
    path = "/" + "/".join(quote(name, safe="") for name in names)
    try:
        found = file_address(path, f"lang={quote(language, safe='')}", "page")
    except UnwritableAddressError:
        return
    assert found
    assert not {"", ".", ".."} & set(found.file.split("/"))
    assert found.is_index


@pytest.mark.parametrize(
    ("target", "page", "link"),
    [
        ("index.html", "index.html", "index.html"),
        ("videos/a/index.html", "index.html", "videos/a/index.html"),
        ("static/a.css", "es/videos/a/index.html", "../../../static/a.css"),
        ("videos/a/media/a film.webm", "videos/a/index.html", "media/a%20film.webm"),
    ],
)
def test_a_link_is_relative_to_its_page(target: str, page: str, link: str) -> None:
    assert relative_link(target, page) == link


def test_a_folder_stands_for_its_page() -> None:
    page, file = FileAddress("videos/a/index.html", ""), FileAddress("feed.xml", "")
    assert (page.folder, file.folder) == ("videos/a/", "feed.xml")
    assert (page.is_index, file.is_index) == (True, False)
