"""schemathesis reads the OpenAPI document of a real server, and sends what it allows and what it forbids.

With all its checks: answers have the status, type, headers and shape that the document promises, whatever is
wrong is refused, what is right is not, and nothing is a server error.
"""

import os
import subprocess
import sys
from pathlib import Path

from tests.conftest import StartServer

# Of each operation; make fuzz-api asks more, and each time something else.
FEW = 5
EXAMPLES = int(os.environ.get("API_EXAMPLES", FEW))
SCHEMATHESIS = Path(sys.executable).with_name("schemathesis")


def test_the_api_is_what_its_document_says(start_server: StartServer, tmp_path: Path) -> None:
    server = start_server()
    seed = ["--seed", "1"] if EXAMPLES == FEW else []
    said = subprocess.run(
        [
            SCHEMATHESIS, "run", f"{server.address}/api/openapi.json", "--checks", "all", "--mode", "all",
            "--max-examples", str(EXAMPLES), "--generation-database", "none", "--no-color",
            "--request-timeout", "60", "--warnings", "off", *seed,
        ],
        cwd=tmp_path,
        check=False,
        capture_output=True,
        text=True,
        timeout=1_800,
    )  # fmt: skip
    assert said.returncode == 0, said.stdout + said.stderr
    assert "No issues found" in said.stdout
    assert "Tested: 10" in said.stdout
    # What was asked stands in no log.
    assert "/api/" not in server.stop().stderr
