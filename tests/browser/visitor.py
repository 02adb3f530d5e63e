"""Who visits the showcase in the browser tests."""

import json
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Locator, Page, Request

# What the browser itself says of a request that was cut off or refused; and on Linux of a permission
# that YouTube's frames are given everywhere.
EXPECTED = (
    "net::ERR_INTERNET_DISCONNECTED",
    "net::ERR_FAILED",
    "status of 404",
    "Unrecognized feature: 'web-share'",
)
# A player is where it was sent when it is within this many seconds.
NEAR = 0.3
# Milliseconds to wait for anything: a busy machine is slow, a broken page never gets there.
PATIENCE = 30_000

_MODULE = "document.querySelector('script[src$=\"main.js\"]').src.replace('main.js', {name!r})"
_BUS = f"import({_MODULE.format(name='page/event_bus.js')}).then(({{bus}}) => {{expression}})"
# Where the player was sent last: a busy machine looks when it has played on.
_REMEMBER = (
    "addEventListener('seeking', (event) => (window.sought = event.target.currentTime), true)"
)
_HAS_COME = """(file) => performance.getEntriesByType("resource")
    .some(({name, responseEnd}) => responseEnd && name.endsWith(file))"""
# Looked at in every frame. Playwright's own wait would need eval, which the pages forbid.
_UNTIL = """([expression_, patience]) => new Promise((done, fail) => {
  const stop = performance.now() + patience;
  const look = async () => {
    // A page that is just being opened has no scripts yet.
    if (document.querySelector("script[src$='main.js']") && await ({expression})) return done(true);
    if (performance.now() > stop) return fail(new Error("It never came to be: " + expression_));
    requestAnimationFrame(() => look().catch(fail));
  };
  look().catch(fail);
})"""


@dataclass
class Visitor:
    """Somebody with a browser window; remembers what went wrong and what was asked of whom."""

    page: Page
    site: str
    complaints: list[str] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.add_init_script(_REMEMBER)
        self.page.on("console", lambda message: self._hear(message.type, message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", self._note)

    def _hear(self, kind: str, text: str) -> None:
        if kind in ("error", "warning") and not any(words in text for words in EXPECTED):
            self.complaints.append(f"{kind}: {text}")

    def _note(self, request: Request) -> None:
        self.requests.append(request)

    # Going somewhere

    def open(self, path: str) -> Page:
        """Open a page and wait until its player is in place."""
        self.page.goto(self.site + path)
        if self.page.locator("#player").count():
            self.page.wait_for_selector("[data-bar]:not([hidden])")
        return self.page

    def play(self) -> None:
        """Press the sun and wait until the recording runs."""
        self.page.locator(".play").click()
        self.wait_for("!bus.media.paused")

    def search(self, words: str) -> None:
        """Type words and wait for what they find."""
        self.page.locator("#q").fill(words)
        asked = f"new URLSearchParams(location.search).get('q') === {json.dumps(words.strip())}"
        shown = "document.getElementById('search-result').dataset.query"
        self.wait_for(f"{asked} && {shown} === {json.dumps(words.strip())}")

    # What is seen

    def bus(self, expression: str) -> Any:  # noqa: ANN401 - whatever the page answers
        """What an expression about `bus`, the state that the modules share, is worth."""
        return self.page.evaluate(_BUS.replace("{expression}", expression))

    def wait_for(self, expression: str, patience: float = PATIENCE) -> None:
        """Wait until such an expression holds, at most that many milliseconds."""
        asked = _UNTIL.replace("{expression}", _BUS.replace("{expression}", f"({expression})"))
        self.page.evaluate(asked, [expression, patience])

    def arrives(self, seconds: float) -> None:
        """Wait until the player is within NEAR of a time, or was sent there and plays on."""
        places = "[bus.media.currentTime, window.sought]"
        self.wait_for(f"{places}.some((at) => Math.abs(at - {seconds}) <= {NEAR})")

    def waits_for_files(self, *names: str) -> None:
        """Wait until files whose addresses end with these letters have come."""
        self.wait_for(f"{list(names)}.every({_HAS_COME})")

    def let_timers_run(self, milliseconds: int) -> None:
        """Wait until every timer in the page that was set for at most so long has run.

        Timers run in the order in which they are due, on a busy machine too.
        """
        self.page.evaluate("(ms) => new Promise((done) => setTimeout(done, ms))", milliseconds)

    def asked_for(self, part: str) -> list[str]:
        """The addresses with these letters that were asked for."""
        return [request.url for request in self.requests if part in request.url]

    def line(self, words: str) -> Locator:
        """The line that begins with these words."""
        return self.page.locator("a[data-start]").filter(has_text=words).first

    def live(self) -> Locator:
        """The line being spoken."""
        return self.page.locator("#transcript [aria-current=true]")

    def scroll(self) -> float:
        """How far down the page is, in pixels."""
        return float(self.page.evaluate("scrollY"))

    def rest(self) -> float:
        """Wait until the page has stood still for a while; how far down it stands then."""
        return float(
            self.page.evaluate("""() => new Promise((done) => {
                let [still, last] = [0, scrollY];
                const look = () => {
                    still = scrollY === last ? still + 1 : 0;
                    last = scrollY;
                    if (still > 12) done(last);
                    else requestAnimationFrame(look);
                };
                look();
            })""")
        )

    def query(self) -> dict[str, str]:
        """What the address asks for."""
        found: dict[str, str] = self.page.evaluate(
            "Object.fromEntries(new URLSearchParams(location.search))"
        )
        return found

    def asks(self, **query: str) -> None:
        """Wait until the address asks for exactly this."""
        wanted = json.dumps(_sorted_json(query))
        self.wait_for(
            f"JSON.stringify([...new URLSearchParams(location.search)].sort()) === {wanted}"
        )

    def strangers(self) -> list[str]:
        """What was asked of anybody but the showcase."""
        ours = (self.site, "data:", "blob:")
        return [request.url for request in self.requests if not request.url.startswith(ours)]


def _sorted_json(query: dict[str, str]) -> str:
    return json.dumps(
        sorted([name, text] for name, text in query.items()),
        separators=(",", ":"),
        ensure_ascii=False,
    )
