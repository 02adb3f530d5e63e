"""Lets a browser draw a page of ours into a picture."""

import subprocess
from pathlib import Path


def draw(browser: str, page: str, size: tuple[int, int], picture: Path) -> Path:
    """Draw a page, written down here, as a PNG of that many pixels; gives its path."""
    source = picture.with_suffix(".html")
    source.write_text(page, encoding="utf-8")
    command = [
        browser,
        "--headless",
        "--no-sandbox",  # it opens nothing but our own files; as root it would not start
        "--disable-gpu",
        "--hide-scrollbars",
        "--force-device-scale-factor=1",
        f"--window-size={size[0]},{size[1]}",
        f"--screenshot={picture}",
        source.as_uri(),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    return picture
