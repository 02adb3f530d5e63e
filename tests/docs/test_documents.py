"""Everything that README, CONTRIBUTING, docs/ and the repository's templates name exists."""

import os
import re
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT

PAGES = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")),
    # Pages of an example's owner lead to paths of its site.
    *sorted({*(ROOT / "docs").rglob("*.md")} - {*(ROOT / "docs" / "examples").rglob("pages/*.md")}),
    ROOT / ".github" / "pull_request_template.md",
]
FORMS = sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml"))
YAML = [*FORMS, ROOT / ".github" / "workflows" / "ci.yml", ROOT / ".pre-commit-config.yaml"]
# Files in the repository, from its top: `showcase/core/text/tokenizer.py`, `tests/browser/`. What has a
# placeholder or a pattern in it is none.
NAMED = re.compile(r"`((?:showcase|tests|tools|templates|static|docs|benchmarks|deploy)/[\w./-]*)`")
# As the decision records write it: `store/search/posting_store.py` is in showcase/.
MODULE = re.compile(r"`((?:core|store|web|cli)/[\w./]+)`")
# In backticks, or in a block of commands.
MADE = re.compile(r"(?:`|^    |; )make (?!-)([a-z][a-z-]+)", re.MULTILINE)
# What an owner may write: its links are those of another site.
MARKDOWN_EXAMPLE = re.compile(r"^```markdown$.*?^```$", re.MULTILINE | re.DOTALL)
# To a file of ours, to a heading of it, or to a heading of the page itself.
LINK = re.compile(r"\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)")


@cache
def targets() -> set[str]:
    """The targets that are for people; `make test ARGS=…` is `test`."""
    return set(re.findall(r"^\.PHONY: ([a-z-]+)$", (ROOT / "Makefile").read_text(), re.MULTILINE))


def read(path: Path) -> Any:  # noqa: ANN401 - any YAML
    # BaseLoader: "on" is a word and not "true".
    return yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - it makes strings only


def test_there_are_targets_and_names_to_look_for() -> None:
    contributing = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    assert {"dev", "check", "format", "test", "conform"} <= set(MADE.findall(contributing))
    assert "showcase/store/captions/reader.py" in NAMED.findall(contributing)


def test_every_make_target_that_a_page_names_exists() -> None:
    named = {name_of(page): set(MADE.findall(page.read_text("utf-8"))) for page in PAGES}
    assert {page: names - targets() for page, names in named.items() if names - targets()} == {}


def test_every_file_that_a_page_names_exists() -> None:
    assert [
        (name_of(page), name)
        for page in PAGES
        for name in files_named_in(page.read_text("utf-8"))
        if not (ROOT / name).exists()
    ] == []


def files_named_in(text: str) -> set[str]:
    return {*NAMED.findall(text), *(f"showcase/{name}" for name in MODULE.findall(text))}


def test_every_link_leads_to_a_file_and_its_heading() -> None:
    broken = []
    for page in PAGES:
        for link, anchor in LINK.findall(MARKDOWN_EXAMPLE.sub("", page.read_text("utf-8"))):
            target = page.parent / link if link else page
            if not target.exists() or (anchor and anchor not in headings(target)):
                broken.append((name_of(page), f"{link}#{anchor}"))
    assert broken == []


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@cache
def headings(page: Path) -> set[str]:
    """The anchors of a page, as hosts of repositories make them: "## 6. Go back" is "6-go-back"."""
    titles = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_an_issue_form_has_what_hosts_ask_for(form: Path) -> None:
    read_form = read(form)
    if form.name == "config.yml":
        assert read_form == {"blank_issues_enabled": "true"}
        return
    assert read_form["name"]
    assert read_form["description"]
    ids = [field["id"] for field in read_form["body"]]
    assert len(set(ids)) == len(ids) > 0
    assert {field["type"] for field in read_form["body"]} <= {"input", "textarea"}
    assert all(field["attributes"]["label"] for field in read_form["body"])


def test_ci_runs_what_everybody_can_run_with_the_whole_history_and_no_secrets() -> None:
    path = ROOT / ".github" / "workflows" / "ci.yml"
    workflow = read(path)
    [job] = workflow["jobs"].values()
    [checkout] = [step for step in job["steps"] if "checkout" in step.get("uses", "")]
    assert checkout["with"]["fetch-depth"] == "0", "tests/test_upgrade.py needs the history"
    [command] = [step["run"] for step in job["steps"] if "run" in step]
    assert os.access(ROOT / command, os.X_OK)
    assert workflow["permissions"] == {"contents": "read"}
    assert "secrets." not in path.read_text("utf-8")


def test_hooks_call_targets_of_ours_and_fetch_nothing() -> None:
    config = read(ROOT / ".pre-commit-config.yaml")
    assert [repo["repo"] for repo in config["repos"]] == ["local"]
    hooks = [hook for repo in config["repos"] for hook in repo["hooks"]]
    assert {hook["language"] for hook in hooks} == {"system"}
    called = [hook["entry"].split() for hook in hooks]
    assert called
    assert [call for call in called if call[0] != "make" or call[1] not in targets()] == []


@pytest.mark.parametrize("path", [ROOT / ".ci" / "run"], ids=str)
def test_what_ci_runs_is_shell_and_calls_our_targets(path: Path) -> None:
    subprocess.run(["bash", "-n", str(path)], check=True)
    called = re.findall(r"^ *make ([a-z-]+)", path.read_text("utf-8"), re.MULTILINE)
    assert called == ["conform"]
    assert set(called) <= targets()
