"""The exported site in a browser, from plain files behind `python -m http.server`, below a path."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, BrowserContext, expect

from showcase.cli.commands import main
from showcase.web.i18n.catalogs import LOCALES, load_catalog
from tests.browser import content
from tests.browser.access import faults
from tests.browser.visitor import PATIENCE, Visitor

FORMER = 'former = ["plot"]'


@pytest.fixture(scope="module")
def archive(transcripts: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three videos: a recording with a translation, words in three scripts, words without times."""
    folder = tmp_path_factory.mktemp("archive") / "transcripts"
    for slug in ("yard", "tongues", "untimed"):
        shutil.copytree(transcripts / slug, folder / slug)
    with (folder / "yard" / "video.toml").open("a", encoding="utf-8") as file:
        file.write(f"{FORMER}\n")
    return folder


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that a host serves; the exported site is in `archive`."""
    return tmp_path_factory.mktemp("host")


@pytest.fixture(scope="module")
def static_site(
    archive: Path, host: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The address of the exported site."""
    command = [sys.executable, "-u", "-m", "http.server", "0", "--bind", "127.0.0.1"]
    with subprocess.Popen(
        [*command, "--directory", str(host)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as server:
        try:
            found = re.search(r"port (\d+)", server.stdout.readline() if server.stdout else "")
            assert found
            site = f"http://127.0.0.1:{found[1]}/archive"
            environ = {
                "SHOWCASE_TRANSCRIPTS": str(archive),
                "SHOWCASE_STATE": str(tmp_path_factory.mktemp("state")),
            }
            arguments = ["export", str(host / "archive"), "--base-url", site]
            result = CliRunner(env=environ).invoke(main, arguments, catch_exceptions=False)
            assert result.exit_code == 0, result.output
            yield site
        finally:
            server.terminate()


def _window(browser: Browser, **settings: object) -> BrowserContext:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, **settings)  # type: ignore[arg-type]
    context.set_default_timeout(PATIENCE)
    return context


@pytest.fixture
def guest(browser: Browser, static_site: str) -> Iterator[Visitor]:
    """A visitor of the files whose console must stay quiet."""
    permissions = ["clipboard-read", "clipboard-write"]
    context = _window(browser, permissions=permissions)
    guest = Visitor(context.new_page(), static_site)
    yield guest
    context.close()
    assert guest.complaints == []


@pytest.fixture
def plain_guest(browser: Browser, static_site: str) -> Iterator[Visitor]:
    """A visitor of the files whose browser runs no scripts."""
    context = _window(browser, java_script_enabled=False)
    yield Visitor(context.new_page(), static_site)
    context.close()


def sentence(locale: str, english: str) -> str:
    return str(load_catalog(locale).gettext(english))


def find_words(guest: Visitor, words: str) -> None:
    guest.page.locator("#q").fill(words)
    guest.wait_for("bus.matches.length > 0")


def test_words_are_found_counted_marked_and_stepped_through(guest: Visitor) -> None:
    page = guest.open("/videos/yard/")
    expect(page.locator(".without-script")).to_be_hidden()
    find_words(guest, "the Rules were READ aloud")
    marks = page.locator("#transcript mark")
    expect(marks).to_have_count(len(content.FIELDS))
    expect(page.locator("[data-nav] output").first).to_have_text(f"1 of {len(content.FIELDS)}")
    page.keyboard.press("Enter")
    guest.wait_for("bus.matchIndex === 0")
    first = content.start_of("and the rules were read aloud")
    guest.arrives(first)
    expect(marks.first).to_be_in_viewport()
    page.locator("[data-do=next]").first.click()
    guest.wait_for("bus.matchIndex === 1")
    guest.arrives(first + 7 * content.CUE_SECONDS)
    page.locator("[data-do=previous]").first.click()
    guest.wait_for("bus.matchIndex === 0")


def test_words_apart_are_found_in_passages_that_have_all(guest: Visitor) -> None:
    page = guest.open("/videos/yard/")
    find_words(guest, "mango late")
    expect(page.locator("#transcript mark")).to_have_text(["mango", "late"])
    page.locator("#q").fill("mango trucks")
    expect(page.locator("#search-status")).to_have_text("No matches")
    expect(page.locator("#transcript mark")).to_have_count(0)


@pytest.mark.parametrize("path", ["/videos/yard/?t=12,16", "/videos/yard/index.html?t=12,16"])
def test_the_link_to_a_moment_opens_at_it(guest: Visitor, path: str) -> None:
    page = guest.open(path)
    guest.arrives(12)
    selected = page.locator("#transcript .sel")
    expect(selected).to_have_text(
        [
            "and wrote down what a fair day is.",
            "It was late when we finished… and nobody went home.",
        ]
    )
    expect(selected.first).to_be_in_viewport()


def test_a_link_of_a_served_site_leads_to_the_language_that_it_names(guest: Visitor) -> None:
    guest.page.goto(f"{guest.site}/videos/yard/?t=6&lang=es")
    guest.page.wait_for_url("**/videos/yard/lang-es/index.html?t=6")
    expect(guest.page.locator("#transcript .sel")).to_have_text(
        "Me dijeron que esperara en el patio."
    )


def test_a_link_with_a_query_opens_with_its_matches(guest: Visitor) -> None:
    page = guest.open("/videos/yard/?q=mango")
    expect(page.locator("#q")).to_have_value("mango")
    expect(page.locator("#transcript mark")).to_have_text("mango")


def test_selected_words_are_quoted_with_a_link_to_them(guest: Visitor) -> None:
    page = guest.open("/videos/yard/")
    page.locator("#transcript").hover()
    guest.line("We sat").evaluate(
        """(line) => {
          const last = line.parentElement.querySelectorAll("a[data-start]")[1];
          getSelection().setBaseAndExtent(line.firstChild, 3, last.firstChild, 9);
        }"""
    )
    quote = page.locator("#share-quote")
    link = f"{guest.site}/videos/yard/?t=10,14"
    expect(quote).to_have_value(
        f"“sat under the mango tree and wrote”\n— María Reyes, The yard (yard), 0:10–0:14\n{link}"
    )
    expect(page.locator("#share [data-count]")).to_have_text("7 words")
    expect(page.locator("#share-embed")).to_have_value(
        re.compile(r'src="[^"]+/embed/yard/\?t=10,14"')
    )
    page.locator("#share [data-copy=share-link]").click()
    expect(page.locator("#share .copied")).to_be_attached()
    assert page.evaluate("navigator.clipboard.readText()") == link
    friend = Visitor(page.context.new_page(), guest.site)
    friend.open(link.removeprefix(guest.site))
    friend.arrives(10)
    expect(friend.page.locator("#transcript .sel").first).to_be_in_viewport()
    assert friend.complaints == []


def test_a_passage_is_shared_by_key_and_several_people_keep_their_names(guest: Visitor) -> None:
    page = guest.open("/videos/yard/")
    guest.line("I was told").focus()
    page.keyboard.press("s")
    expect(page.locator("#share-quote")).to_have_value(
        re.compile("^“I was told to wait for work and I was not paid")
    )
    page.keyboard.press("Escape")
    guest.line("They wait").evaluate(
        """(line) => {
          const last = document.querySelectorAll("a[data-start]")[3];
          getSelection().setBaseAndExtent(line.firstChild, 0, last.firstChild, 10);
        }"""
    )
    expect(page.locator("#share-quote")).to_have_value(
        re.compile("^Narrator: “They wait for the trucks.”\nRosa Field: “I was told”\n— The yard")
    )


def test_the_list_of_keys_opens(guest: Visitor) -> None:
    page = guest.open("/es/videos/yard/")
    page.keyboard.press("?")
    expect(page.locator("dialog#keys[open] h2")).to_have_text(sentence("es", "Keyboard"))


def test_all_videos_are_searched_by_the_index(guest: Visitor) -> None:
    page = guest.page
    page.goto(f"{guest.site}/es/")
    page.locator("input[name=q][type=search]").fill("mango TREE")
    page.keyboard.press("Enter")
    group = page.locator("[data-results] section")
    expect(group).to_have_count(1)
    expect(group.locator("mark")).to_have_text("mango tree")
    assert "/es/search/" in page.url
    group.locator("li a").click()
    page.wait_for_selector("[data-bar]:not([hidden])")
    expect(page.locator("#transcript")).to_have_attribute("lang", "en")
    guest.arrives(10)
    expect(page.locator("#transcript .sel").first).to_have_text("We sat under the mango tree")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("কেড়ে নিতে", ["Three tongues"]), ("القواعد", ["Three tongues"]), ("patio", ["The yard (yard)"]),
        ("don't bend", ["Three tongues"]), ("lantern", ["At night"]),
        ("rules", ["Three tongues", "The yard (yard)"]),
        ("<b>", []), ("constructor", []), ("__proto__", []), ("(", []),
    ],
)  # fmt: skip
def test_words_of_every_script_are_found_in_all_videos(
    guest: Visitor, query: str, found: list[str]
) -> None:
    page = guest.page
    page.goto(f"{guest.site}/search/")
    page.locator("input[name=q][type=search]").fill(query)
    page.keyboard.press("Enter")
    expect(page.locator("#search-status")).not_to_have_text(
        re.compile("^$|…$") if query != "(" else re.compile("x")
    )
    titles = page.locator("[data-results] h2")
    expect(titles).to_have_count(len(found))
    assert sorted(titles.all_text_contents()) == sorted(found)


@pytest.mark.parametrize("width", [1280, 320])
def test_the_page_of_the_search_is_accessible(guest: Visitor, width: int) -> None:
    page = guest.page
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{guest.site}/es/search/?q=rules")
    expect(page.locator("[data-results] section")).to_have_count(2)
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_a_former_address_leads_on_with_what_it_asks_for(guest: Visitor) -> None:
    guest.page.goto(f"{guest.site}/videos/plot/?t=12,16")
    guest.page.wait_for_url("**/videos/yard/index.html?t=12,16")
    guest.arrives(12)


def test_an_embedded_video_is_found_its_moment(guest: Visitor) -> None:
    page = guest.page
    page.goto(f"{guest.site}/embed/yard/theme-dark/?t=12,16")
    expect(page.locator("#transcript .sel").first).to_have_text(
        "and wrote down what a fair day is."
    )


@pytest.mark.parametrize("locale", LOCALES)
def test_it_is_read_without_scripts_in_every_language(plain_guest: Visitor, locale: str) -> None:
    page = plain_guest.page
    page.goto(f"{plain_guest.site}/")
    page.locator(f"nav.locales a[lang={locale}]").click()
    assert page.locator("html").get_attribute("lang") == locale
    page.get_by_role("link", name="The yard (yard)", exact=True).click()
    assert page.locator("html").get_attribute("lang") == locale
    expect(page.locator("#search .without-script")).to_be_visible()
    page.locator(".read-in a[lang=es]").first.click()
    expect(page.locator("#transcript")).to_have_attribute("lang", "es")
    expect(page.locator("#transcript")).to_contain_text("Antes del sol el patio está lleno.")
    page.locator(".downloads a[href$='.es.txt']").first.evaluate("1")
    page.goto(f"{plain_guest.site}/{locale}/search/")
    expect(page.locator(".without-script")).to_have_text(
        sentence(
            locale, "To search here, your browser must run scripts. All videos are listed below."
        )
    )
    page.locator("[data-video=yard] a").first.click()
    assert page.locator("html").get_attribute("lang") == locale


def test_without_scripts_a_former_address_leads_on(plain_guest: Visitor) -> None:
    plain_guest.page.goto(f"{plain_guest.site}/es/videos/plot/")
    plain_guest.page.wait_for_url("**/es/videos/yard/index.html")


@pytest.mark.usefixtures("static_site")
def test_it_is_read_from_a_disk(browser: Browser, host: Path) -> None:
    """Browsers run no modules from there."""
    context = _window(browser)
    page = context.new_page()
    page.goto((host / "archive" / "index.html").as_uri())
    page.locator("nav.locales a[lang=es]").click()
    page.get_by_role("link", name="The yard (yard)", exact=True).click()
    expect(page.locator("#transcript")).to_contain_text("Antes del sol el patio está lleno.")
    assert page.locator("body").evaluate("(body) => getComputedStyle(body).margin") == "0px"
    expect(page.locator("#search .without-script")).to_be_visible()
    page.locator(".read-in a[lang=en]").first.click()
    expect(page.locator("#transcript")).to_contain_text("We sat under the mango tree")
    page.goto((host / "archive" / "es" / "videos" / "plot" / "index.html").as_uri())
    page.locator("main a").click()
    expect(page.locator("#transcript")).to_have_attribute("lang", "es")
    context.close()
