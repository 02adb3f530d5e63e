"""The modules of every page are sent as one file, with the same behavior."""

import re

from showcase.resources import find_folder
from showcase.web.assets.bundle import (
    EAGER_MODULES,
    ENTRY_MODULE,
    PLAYBACK_BUNDLE,
    PLAYBACK_MODULES,
    bundle_modules,
)
from showcase.web.assets.files import load_assets
from showcase.web.assets.minify import minify_module

JS = find_folder("static") / "js"
SOURCES = {path.relative_to(JS).as_posix(): path.read_text() for path in JS.rglob("*.js")}
EMPTY = dict.fromkeys((*EAGER_MODULES, *PLAYBACK_MODULES), "")


def made(**modules: str) -> dict[str, str]:
    return bundle_modules(EMPTY | {f"{name}.js": source for name, source in modules.items()})


def test_an_imported_module_comes_before_its_importer() -> None:
    entry = made(main='import { a } from "./other.js";\na();', other="export function a() {}")[
        ENTRY_MODULE
    ]
    assert entry.index('registry["other.js"] =') < entry.index(
        'const { a } = registry["other.js"];'
    )


def test_a_renamed_import_keeps_both_names() -> None:
    entry = made(main='import { a as b } from "./other.js";', other="export const a = 1;")[
        ENTRY_MODULE
    ]
    assert 'const { a: b } = registry["other.js"];' in entry
    assert "return { a };" in entry


def test_a_member_asked_for_by_its_own_name_is_the_same_one() -> None:
    members = bundle_modules(
        EMPTY | {"player/player.js": "export class Player {}", ENTRY_MODULE: ""}
    )
    assert members["player/player.js"] == (
        'import { registry } from "../main.js";\n'
        'export const { Player } = registry["player/player.js"];\n'
    )
    assert '"../main.js"' in members["player/file.js"]


def test_a_module_outside_the_bundles_stays_as_it_is() -> None:
    later = 'import { c } from "./even/later.js";\nexport function start() {}'
    made_of = bundle_modules(EMPTY | {ENTRY_MODULE: 'import("./later.js");', "later.js": later})
    assert made_of["later.js"] == later
    assert "start" not in made_of[ENTRY_MODULE]


def test_a_module_that_is_loaded_later_asks_for_none_again_that_is_here() -> None:
    made_of = bundle_modules(
        EMPTY
        | {
            ENTRY_MODULE: 'import { a } from "./here.js";',
            "here.js": "export const a = 1;",
            "deep/later.js": 'import { a as b } from "../here.js";\nimport { c } from "./c.js";\nb(c);',
        }
    )
    assert made_of["deep/later.js"] == (
        'import { registry } from "../main.js";\n'
        'const { a: b } = registry["here.js"];\nimport { c } from "./c.js";\nb(c);'
    )


def test_an_import_for_later_asks_nobody_for_what_is_here() -> None:
    assert (
        'importModule("main.js", `./${name}.js`)'
        in made(main="import(`./${name}.js`);")[ENTRY_MODULE]
    )


def test_what_playing_needs_comes_in_one_file_with_what_it_imports() -> None:
    made_of = bundle_modules(
        EMPTY
        | {
            ENTRY_MODULE: 'import { a } from "./here.js";',
            "here.js": "export const a = 1;",
            "back.js": "export const b = 2;",
            "player/dock.js": (
                'import { a } from "../here.js";\n'
                'import { b } from "../back.js";\n'
                'import("./c.js");'
            ),
        }
    )
    playback = made_of[PLAYBACK_BUNDLE]
    assert playback.startswith('import { importModule, registry } from "./main.js";\n')
    assert playback.index('registry["back.js"] =') < playback.index(
        'const { b } = registry["back.js"];'
    )
    assert 'importModule("player/dock.js", "./c.js")' in playback
    assert 'registry["here.js"] =' not in playback
    assert made_of["back.js"] == (
        'import { registry } from "./main.js";\n'
        'import "./playback.js";\n'
        'export const { b } = registry["back.js"];\n'
    )


def test_our_modules_leave_the_names_of_the_bundle_alone() -> None:
    reserved = re.compile(r"\b(registry|importModule|playback)\b")
    assert [n for n, source in SOURCES.items() if reserved.search(minify_module(source))] == []


def test_our_modules_import_and_export_in_the_forms_that_are_read() -> None:
    statement = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)
    form = re.compile(
        r'import \{ [\w, ]+ \} from "\.{1,2}/[\w./]+\.js";'
        r"|export (?:async )?(?:function|class|const) \w+.*"
    )
    assert [
        (name, line)
        for name, source in SOURCES.items()
        for line in statement.findall(source)
        if not form.fullmatch(line)
    ] == []


def test_the_entry_that_is_sent_has_no_import_left() -> None:
    entry = load_assets(find_folder("static")).files["js/main.js"].body.decode()
    assert not re.search(r"^import ", entry, re.MULTILINE)
    assert entry.count("export ") == 1
