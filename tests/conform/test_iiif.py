"""Two readers of IIIF manifests read ours: iiif-prezi3, made from the schema of IIIF, and @iiif/parser."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from showcase.app import create_app
from showcase.settings import Settings

HERE = Path(__file__).parent
# iiif-prezi3 wants an older Pillow than the showcase, so it has an environment of its own: make conform.
PYTHON = HERE.parents[1] / ".venv" / "iiif" / "bin" / "python"
READ = """
import json, sys, iiif_prezi3
for path in sys.argv[1:]:
    found = json.load(open(path, encoding="utf-8"))
    del found["@context"]
    read = getattr(iiif_prezi3, found["type"])(**found)
    again = json.loads(read.json())
    print(path, again["id"] == found["id"], len(again["items"]) == len(found["items"]))
"""
ADDRESSES = {
    "files": "/iiif/wsr/manifest.json",
    "cues": "/iiif/wsr/captions.en.json",
    "words-only": "/iiif/yard/manifest.json",
    "youtube": "/iiif/tube/manifest.json",
    "translation": "/iiif/wsr/subtitles.es.json",
}


@pytest.fixture(scope="module")
def client(archive: Settings) -> Iterator[FlaskClient]:
    with create_app(archive).test_client() as client:
        yield client


@pytest.fixture
def files(client: FlaskClient, tmp_path: Path) -> dict[str, Path]:
    """Manifests and pages of annotations, each in a file."""
    found = {}
    for name, address in ADDRESSES.items():
        response = client.get(address)
        assert response.status_code == 200, address
        found[name] = tmp_path / f"{name}.json"
        found[name].write_bytes(response.data)
    return found


def test_the_models_made_from_the_schema_of_iiif_take_all_of_them(files: dict[str, Path]) -> None:
    command = [str(PYTHON), "-c", READ, *map(str, files.values())]
    said = subprocess.run(command, capture_output=True, check=False, text=True, timeout=120)
    assert said.returncode == 0, said.stderr
    assert said.stdout.splitlines() == [f"{path} True True" for path in files.values()]


def test_the_strict_parser_has_nothing_to_mend(files: dict[str, Path]) -> None:
    node = shutil.which("node")
    assert node, "There is no Node.js: make conform says how to get it."
    for name, path in files.items():
        if json.loads(path.read_text("utf-8"))["type"] != "Manifest":
            continue
        command = [node, str(HERE / "read_manifest.mjs"), str(path)]
        said = subprocess.run(command, capture_output=True, check=False, text=True, timeout=60)
        assert said.returncode == 0, said.stderr
        assert json.loads(said.stdout) == {"warnings": [], "changed": False}, name
