"""Who asks for too much is told when to come back, and nobody else."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from werkzeug.test import TestResponse

from showcase.core.search.results import Answer
from showcase.core.search.search_request import SearchRequest
from showcase.store.limits.visitor_budgets import VisitorBudgets, WorkKind
from showcase.store.work_share import WorkShare
from tests.conftest import WAIT_SECONDS
from tests.web.small_showcase import MILL, ORCHARD, Build, Showcase, StandInSnapshot, parse

GREEDY, OTHER = "203.0.113.9", "203.0.113.10"


def ask(showcase: Showcase, path: str, visitor: str = GREEDY, **headers: str) -> TestResponse:
    return showcase.client.get(path, headers={"X-Forwarded-For": visitor, **headers})


@pytest.fixture
def showcase(build: Build, monkeypatch: pytest.MonkeyPatch) -> Showcase:
    started = build(ORCHARD, MILL)
    extensions = started.client.application.extensions
    monkeypatch.setitem(extensions, "budgets", VisitorBudgets(10))
    monkeypatch.setitem(extensions, "search_share", extensions["search_share"])
    return started


def use_up(showcase: Showcase, kind: WorkKind, visitor: str = GREEDY) -> None:
    budgets: VisitorBudgets = showcase.client.application.extensions["budgets"]
    address = bytes(map(int, visitor.split(".")))
    budgets.charge(kind, budgets.visitor_key(address), 10)


SEARCHES = ("/search?q=rules", "/videos/orchard?q=rules", "/videos/orchard?q=rules&part=search",
            "/embed/orchard?q=rules", "/api/search?q=rules", "/api/quote?q=we+wrote+the+rules+ourselves",
            "/es/search?q=rules")  # fmt: skip


@pytest.mark.parametrize("path", SEARCHES)
def test_who_has_searched_too_much_is_told_when_to_search_again(
    showcase: Showcase, path: str
) -> None:
    use_up(showcase, "search")
    refused = ask(showcase, path)
    assert (refused.status_code, refused.headers["Retry-After"]) == (429, "60")
    assert refused.headers["Cache-Control"] == "no-store"
    assert "60" in refused.text
    assert ask(showcase, path, OTHER).status_code == 200
    assert showcase.client.get(path).status_code == 200, "nobody knows who asks"


@pytest.mark.parametrize(
    "path", ["/", "/videos/orchard", "/videos/orchard?t=8,12", "/embed/orchard"]
)
def test_pages_stay_up_for_who_has_searched_too_much(showcase: Showcase, path: str) -> None:
    use_up(showcase, "search")
    assert ask(showcase, path).status_code == 200


@pytest.mark.parametrize(
    ("kind", "path"),
    [
        ("pages", "/videos/orchard?t=8,12"),
        ("pages", "/videos/orchard/print"),
        ("pages", "/none"),
        ("cards", "/videos/orchard/card.png"),
        ("api", "/api/videos"),
        ("api", "/videos/orchard/cite.bib"),
        ("api", "/videos/orchard/annotation?t=8,12"),
        ("api", "/feed.xml"),
    ],
)
def test_everything_that_costs_has_a_budget(showcase: Showcase, kind: WorkKind, path: str) -> None:
    use_up(showcase, kind)
    assert ask(showcase, path).status_code == 429
    assert ask(showcase, path, OTHER).status_code != 429


def test_a_page_that_is_kept_in_memory_is_never_refused(showcase: Showcase) -> None:
    assert ask(showcase, "/videos/orchard", OTHER).status_code == 200
    use_up(showcase, "pages")
    use_up(showcase, "search")
    assert ask(showcase, "/videos/orchard").status_code == 200
    assert ask(showcase, "/healthz").status_code == 200


def test_what_is_asked_for_is_counted(showcase: Showcase) -> None:
    showcase.client.application.extensions["budgets"] = VisitorBudgets(1)
    statuses = [ask(showcase, f"/search?q=rules+{n}").status_code for n in range(1_100)]
    first = statuses.index(429)
    assert set(statuses[:first]) == {200}
    assert set(statuses[first:]) == {429}


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/search?q=a", "Try again in 60 seconds."),
        ("/es/search?q=a", "Inténtalo de nuevo en 60 segundos."),
        ("/ht/search?q=a", "Eseye ankò nan 60 segonn."),
        ("/bn/search?q=a", "৬০ সেকেন্ড পরে আবার চেষ্টা করুন।"),
    ],
)
def test_the_page_says_when_in_each_language(showcase: Showcase, path: str, words: str) -> None:
    use_up(showcase, "search")
    assert words in parse(ask(showcase, path).text).get_text()


class StuckSnapshot(StandInSnapshot):
    """Its searches do not end until they are told to."""

    go = threading.Event()
    begun = threading.Semaphore(0)

    def search(self, question: SearchRequest) -> Answer:
        self.begun.release()
        assert self.go.wait(WAIT_SECONDS)
        return super().search(question)


def test_searches_that_take_long_leave_threads_to_pages(
    showcase: Showcase, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two of four threads; others who search are told to come back, at once where nothing moves."""
    monkeypatch.setattr(StuckSnapshot, "go", threading.Event())
    monkeypatch.setattr(StuckSnapshot, "begun", threading.Semaphore(0))
    showcase.library.current.__class__ = StuckSnapshot
    app = showcase.client.application
    app.extensions["search_share"] = WorkShare(2, 0)
    with ThreadPoolExecutor(2) as threads:
        stuck = [threads.submit(app.test_client().get, f"/search?q=a{n}") for n in range(2)]
        for _ in stuck:
            assert StuckSnapshot.begun.acquire(timeout=WAIT_SECONDS)
        refused = showcase.client.get("/search?q=rules")
        assert (refused.status_code, refused.headers["Retry-After"]) == (503, "2")
        assert "Try again in 2 seconds." in refused.text
        assert showcase.client.get("/videos/orchard").status_code == 200
        StuckSnapshot.go.set()
        assert [each.result(WAIT_SECONDS).status_code for each in stuck] == [200, 200]
    assert showcase.client.get("/search?q=rules").status_code == 200


def test_a_search_that_fails_gives_its_thread_back(
    showcase: Showcase, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_snapshot: object, _question: object) -> Answer:
        raise ZeroDivisionError

    app = showcase.client.application
    app.extensions["search_share"] = WorkShare(1, 0)
    with monkeypatch.context() as broken:
        broken.setattr(StandInSnapshot, "search", fail)
        for _ in range(3):
            with pytest.raises(ZeroDivisionError):
                showcase.client.get("/search?q=rules")
    assert showcase.client.get("/search?q=rules").status_code == 200
