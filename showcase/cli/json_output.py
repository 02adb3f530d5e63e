"""JSON on standard output, an object a line."""

import json
import sys
from collections.abc import Mapping


def write_json(answer: Mapping[str, object]) -> None:
    """Write one line in UTF-8, whatever the locale is (RFC 8259, section 8.1), and flush it."""
    output = sys.stdout.buffer
    output.write(json.dumps(answer, ensure_ascii=False).encode() + b"\n")
    output.flush()
