"""Takes a picture of an HTML page in a headless browser."""

import subprocess
from pathlib import Path


def draw(browser: str, page: str, size: tuple[int, int], picture: Path) -> Path:
    """Draw a page as a PNG, with the page's source in a file beside it.

    Args:
        browser: the path of Chromium or Chrome.
        page: HTML.
        size: width and height in pixels.
        picture: the path of the PNG.

    Returns:
        The path of the PNG.

    Raises:
        CalledProcessError: the browser failed.
        TimeoutExpired: it took more than a minute.
    """
    source = picture.with_suffix(".html")
    source.write_text(page, encoding="utf-8")
    command = [
        browser,
        "--headless",
        "--no-sandbox",  # Chromium does not start as root with a sandbox; it opens only our own files
        "--disable-gpu",
        "--hide-scrollbars",
        "--force-device-scale-factor=1",
        f"--window-size={size[0]},{size[1]}",
        f"--screenshot={picture}",
        source.as_uri(),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    return picture
