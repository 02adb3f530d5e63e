from dataclasses import MISSING, fields
from pathlib import Path

import pytest

from showcase.errors import ShowcaseError
from showcase.listen_addresses import Bind, parse_bind
from showcase.settings import Settings, environment_variable, load_settings, setting_help

READ = [
    ("SHOWCASE_TRANSCRIPTS", "/srv/talks", "transcripts", Path("/srv/talks")),
    ("SHOWCASE_TRANSCRIPTS", "talks", "transcripts", Path("talks").absolute()),
    ("SHOWCASE_TRANSCRIPTS", "~/talks", "transcripts", Path.home() / "talks"),
    ("SHOWCASE_STATE", "/var/cache/showcase", "state", Path("/var/cache/showcase")),
    ("SHOWCASE_BIND", "0.0.0.0:80", "bind", Bind("0.0.0.0", 80)),  # noqa: S104 - never listened at
    ("SHOWCASE_BIND", "[::1]:0", "bind", Bind("::1", 0)),
    ("SHOWCASE_BIND", " localhost:8000 ", "bind", Bind("localhost", 8000)),
    ("SHOWCASE_STATUS_BIND", "127.0.0.1:8001", "status_bind", Bind("127.0.0.1", 8001)),
    ("SHOWCASE_STATUS_BIND", "[::1]:0", "status_bind", Bind("::1", 0)),
    ("SHOWCASE_STATUS_BIND", "localhost:8001", "status_bind", Bind("localhost", 8001)),
    ("SHOWCASE_STATUS_BIND", "unix:/run/status.sock", "status_bind", Path("/run/status.sock")),
    ("SHOWCASE_URL", "https://example.org/archive/", "url", "https://example.org/archive"),
    ("SHOWCASE_HOSTS", "a.example, .b.example", "hosts", ("a.example", ".b.example")),
    ("SHOWCASE_HOSTS", "127.0.0.1 [::1]", "hosts", ("127.0.0.1", "[::1]")),
    ("SHOWCASE_WORKERS", "8", "workers", 8),
    ("SHOWCASE_THREADS", "1", "threads", 1),
    (
        "SHOWCASE_YOUTUBE_ORIGIN",
        "http://127.0.0.1:9000/",
        "youtube_origin",
        "http://127.0.0.1:9000",
    ),
]
NOT_READ = [
    ("SHOWCASE_TRANSCRIPTS", "/talks\udcff"),
    ("SHOWCASE_BIND", "8000"),
    ("SHOWCASE_BIND", ":8000"),
    ("SHOWCASE_BIND", "::1:8000"),
    ("SHOWCASE_BIND", "localhost:port"),
    ("SHOWCASE_BIND", "localhost:65536"),
    ("SHOWCASE_BIND", "localhost:-1"),
    ("SHOWCASE_BIND", "localhost:0000000065536"),
    ("SHOWCASE_BIND", f"localhost:{'9' * 5_000}"),
    ("SHOWCASE_BIND", "localhost:٨"),
    ("SHOWCASE_STATUS_BIND", "0.0.0.0:8001"),
    ("SHOWCASE_STATUS_BIND", "192.168.1.2:8001"),
    ("SHOWCASE_STATUS_BIND", "example.org:8001"),
    ("SHOWCASE_STATUS_BIND", "[::]:8001"),
    ("SHOWCASE_STATUS_BIND", "unix:status.sock"),
    ("SHOWCASE_STATUS_BIND", f"unix:/{'s' * 200}"),
    ("SHOWCASE_STATUS_BIND", "unix:"),
    ("SHOWCASE_URL", "videos.example.org"),
    ("SHOWCASE_URL", "ftp://example.org"),
    ("SHOWCASE_URL", "https://example.org/?a=b"),
    ("SHOWCASE_URL", "https://[example.org"),
    ("SHOWCASE_HOSTS", "https://example.org"),
    ("SHOWCASE_HOSTS", "exa mple!"),
    ("SHOWCASE_WORKERS", "0"),
    ("SHOWCASE_WORKERS", "65"),
    ("SHOWCASE_WORKERS", "two"),
    ("SHOWCASE_THREADS", "9" * 5_000),
    ("SHOWCASE_VIMEO_ORIGIN", "https://example.org/player"),
]
SETTINGS = {environment_variable(entry): entry for entry in fields(Settings)}


@pytest.mark.parametrize(("name", "text", "attribute", "value"), READ)
def test_a_variable_is_read(name: str, text: str, attribute: str, value: object) -> None:
    assert getattr(Settings.from_environment({name: text}), attribute) == value


@pytest.mark.parametrize(("name", "text"), NOT_READ)
def test_a_value_that_cannot_be_used_is_named_with_what_is_taken(name: str, text: str) -> None:
    with pytest.raises(ShowcaseError) as raised:
        Settings.from_environment({name: text})
    message = str(raised.value)
    assert (
        message
        == f"{name}: {text!r} cannot be used; it takes {setting_help(SETTINGS[name]).accepts}."
    )


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("SHOWCASE_BNID", "did you mean SHOWCASE_BIND?"),
        ("SHOWCASE_TRANSCRIPT", "did you mean SHOWCASE_TRANSCRIPTS?"),
        ("SHOWCASE_COLOR", f"the settings are {', '.join(SETTINGS)}."),
    ],
)
def test_an_unknown_variable_is_an_error_that_guesses_what_was_meant(
    name: str, advice: str
) -> None:
    with pytest.raises(ShowcaseError) as raised:
        Settings.from_environment({name: "x"})
    assert str(raised.value) == f"{name}: there is no such setting; {advice}"


def test_all_errors_are_reported_at_once() -> None:
    with pytest.raises(ShowcaseError) as raised:
        Settings.from_environment(
            {"SHOWCASE_BIND": "x", "SHOWCASE_WORKERS": "y", "SHOWCASE_Z": "z"}
        )
    assert len(str(raised.value).splitlines()) == 3


@pytest.mark.parametrize("name", SETTINGS)
def test_an_empty_variable_counts_as_not_set(name: str) -> None:
    assert Settings.from_environment({name: " "}) == Settings.from_environment({})


def test_variables_of_others_are_none_of_our_business() -> None:
    assert Settings.from_environment({"PATH": "/bin", "SHOW": "x"}) == Settings.from_environment({})


def test_without_a_variable_the_transcripts_of_the_checkout_are_shown() -> None:
    checkout = Path(__file__).resolve().parent.parent
    assert Settings.from_environment({}).transcripts == checkout / "transcripts"


def test_the_state_of_other_transcripts_is_another(tmp_path: Path) -> None:
    folders = [tmp_path / "a" / "talks", tmp_path / "b" / "talks", tmp_path / "talks"]
    environments = [
        {"SHOWCASE_TRANSCRIPTS": str(folder), "XDG_CACHE_HOME": str(tmp_path)} for folder in folders
    ]
    states = {Settings.from_environment(environ).state for environ in environments}
    assert len(states) == len(folders)
    assert {state.parent for state in states} == {tmp_path / "showcase"}


def test_a_relative_cache_folder_is_not_believed() -> None:
    # XDG Base Directory Specification: all paths must be absolute; a relative one is to be ignored.
    state = Settings.from_environment({"XDG_CACHE_HOME": "cache"}).state
    assert state.parent == Path.home() / ".cache" / "showcase"


def test_the_environment_of_the_process_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHOWCASE_THREADS", "7")
    assert load_settings().threads == 7


@pytest.mark.parametrize("text", ["127.0.0.1:8000", "[::1]:80", "localhost:0"])
def test_where_to_listen_is_written_as_it_is_read(text: str) -> None:
    assert str(parse_bind(text)) == text


@pytest.mark.parametrize("name", SETTINGS)
def test_every_setting_says_what_it_is_for_what_it_takes_and_its_default(name: str) -> None:
    told = setting_help(SETTINGS[name])
    assert told.purpose.endswith(".")
    assert not told.accepts.endswith(".")
    assert (SETTINGS[name].default is MISSING) == bool(told.default)
