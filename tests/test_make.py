"""What make prints, also on a machine where nothing is installed."""

import os
import re
import stat
import subprocess
import sys
import tomllib
import venv
from collections.abc import Callable
from pathlib import Path

import pytest

from tools import find_browser

ROOT = Path(__file__).resolve().parent.parent
TOO_OLD = "#!/bin/sh\nexit 1\n"
WITHOUT_VENV = '#!/bin/sh\ncase "$2" in *ensurepip*) exit 1;; esac\n'

Program = Callable[[str, str], Path]


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """Writes a program to the folder `bin` of the test."""

    def write(name: str, script: str) -> Path:
        path = tmp_path / "bin" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(script)
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
        return path

    return write


def make(*arguments: str) -> subprocess.CompletedProcess[str]:
    # make tells its children about itself; the tests may have been started by one.
    environ = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    return subprocess.run(
        ["make", "--no-print-directory", *arguments],
        cwd=ROOT,
        env=environ,
        capture_output=True,
        text=True,
        check=False,
    )


def test_make_help_names_the_two_commands_first_and_every_documented_target() -> None:
    said = make("help")
    assert said.returncode == 0
    assert said.stdout.startswith("make serve, make test")
    targets = re.findall(r"^\.PHONY: ([a-z-]+)$", (ROOT / "Makefile").read_text(), re.MULTILINE)
    hidden = [target for target in targets if f"  make {target} " not in said.stdout]
    assert hidden == ["format-check"]


MADE_BY_TOOLS = {".*", "build", "dist", "node_modules"}


def test_each_folder_of_tests_that_make_test_leaves_out_is_named_by_another_target() -> None:
    options = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["pytest"]
    left_out = set(options["ini_options"]["norecursedirs"]) - MADE_BY_TOOLS
    folders = {path for path in (ROOT / "tests").rglob("*") if path.name in left_out}
    assert {folder.name for folder in folders} == left_out
    recipes = (ROOT / "Makefile").read_text("utf-8")
    for folder in folders:
        assert re.search(rf"-m pytest .*\b{folder.relative_to(ROOT)} ", recipes), folder


def test_make_alone_checks_the_format_lints_checks_types_and_tests(tmp_path: Path) -> None:
    planned = make("--dry-run", f"VENV={tmp_path / 'venv'}").stdout
    tools = ("-m ruff format --check", "-m ruff check", "-m mypy", "js-check js-test", "-m pytest")
    steps = [planned.index(tool) for tool in tools]
    assert steps == sorted(steps)


def test_in_an_activated_environment_the_command_of_the_guides_works_from_any_folder(
    tmp_path: Path,
) -> None:
    environment = tmp_path / "a venv"
    venv.create(environment, symlinks=True)
    [packages] = environment.glob("lib/python*/site-packages")
    ours = [path for path in sys.path if path.endswith("site-packages")]
    (packages / "dependencies.pth").write_text("\n".join(ours))
    # A name with a space is no target of make's.
    (tmp_path / "venv").symlink_to(environment)
    said = make(f"VENV={tmp_path / 'venv'}", str(tmp_path / "venv" / "bin" / "showcase"))
    assert said.returncode == 0, said.stderr
    activated = f'. "{environment}/bin/activate" && showcase --version'
    shell = subprocess.run(
        ["sh", "-c", activated], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert shell.stdout.startswith("showcase, version ")


@pytest.mark.parametrize(("ci", "is_error"), [("", False), ("true", True)])
def test_without_a_node_that_can_the_scripts_are_passed_over_but_not_in_ci(
    program: Program, ci: str, *, is_error: bool
) -> None:
    old = program("node", TOO_OLD)
    said = make("js", f"PATH={old.parent}:{os.environ['PATH']}", f"CI={ci}")
    assert said.stderr.startswith("The scripts in static/js were not checked")
    assert (said.returncode != 0) == is_error


@pytest.mark.parametrize(
    ("script", "sentence"),
    [
        (TOO_OLD, "needs Python 3.11 or newer"),
        (WITHOUT_VENV, "apt-get install python3-venv"),
    ],
)
def test_an_unsuitable_python_is_reported_in_one_sentence(
    program: Program, tmp_path: Path, script: str, sentence: str
) -> None:
    said = make("serve", f"VENV={tmp_path / 'venv'}", f"PYTHON={program('python3', script)}")
    assert said.returncode != 0
    assert sentence in said.stderr
    assert "Traceback" not in said.stderr
    assert not (tmp_path / "venv").exists()


def test_the_browser_that_is_named_is_taken(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    chrome = program("my-chrome", "#!/bin/sh\n")
    monkeypatch.setenv("CHROMIUM", str(chrome))
    assert find_browser.find_browser() == str(chrome)


def test_a_named_browser_that_is_not_there_is_an_error_and_nothing_is_installed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("CHROMIUM", "/no/such/chrome")
    monkeypatch.setattr(find_browser, "WAYS", (("nothing", pytest.fail),))
    with pytest.raises(find_browser.NoBrowserError, match="CHROMIUM=/no/such/chrome"):
        find_browser.install_browser()


def test_a_browser_is_found_in_path_and_one_that_only_says_where_to_get_it_is_skipped(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    program("chromium", "#!/bin/sh\necho 'install the snap'; exit 1\n")
    real = program("google-chrome", "#!/bin/sh\necho 'Google Chrome 150.0'\n")
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(real.parent))
    assert find_browser.find_browser() == str(real)


@pytest.mark.parametrize(
    ("shell_first", "name"), [(False, "chromium"), (True, "chromium-headless-shell")]
)
def test_a_whole_browser_is_preferred_to_a_headless_shell_unless_that_is_asked_for(
    program: Program, monkeypatch: pytest.MonkeyPatch, name: str, *, shell_first: bool
) -> None:
    for each in ("chromium", "chromium-headless-shell"):
        folder = program(each, "#!/bin/sh\necho 'Chromium 150.0'\n").parent
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(folder))
    assert find_browser.find_browser(shell_first=shell_first) == str(folder / name)


def test_a_missing_browser_is_installed_by_the_first_way_that_works(
    program: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    tried: list[str] = []

    def works() -> None:
        tried.append("works")
        program("chromium", "#!/bin/sh\necho 'Chromium 150.0'\n")

    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setattr(find_browser, "_playwright_path", lambda: None)
    monkeypatch.setattr(
        find_browser, "WAYS", (("one", lambda: tried.append("fails")), ("another", works))
    )
    assert find_browser.install_browser() == str(tmp_path / "bin" / "chromium")
    assert tried == ["fails", "works"]


def test_without_any_browser_it_says_what_to_do_and_fails(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(find_browser, "_playwright_path", lambda: None)
    assert find_browser.main(find_browser.find_browser) == 1
    assert capsys.readouterr().err.strip() == find_browser.ADVICE
