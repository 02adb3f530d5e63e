"""Pictures of the cards: the one module that knows Chromium."""

import subprocess
from pathlib import Path

CARDS = Path(__file__).with_name("cards.html")


def take_picture(chromium: str, card: str, to: Path) -> None:
    """Write a PNG of 1280 by 720 of the card with that id.

    Raises:
        ValueError: there is no such card.
        subprocess.CalledProcessError: Chromium failed.
    """
    if f'id="{card}"' not in CARDS.read_text(encoding="utf-8"):
        message = f"there is no card “{card}” in {CARDS.name}"
        raise ValueError(message)
    subprocess.run(
        [
            chromium,
            "--headless",
            "--no-sandbox",  # it opens nothing but our own file; as root it would not start
            "--disable-gpu",
            "--disable-lcd-text",
            "--hide-scrollbars",
            "--force-device-scale-factor=1",
            "--window-size=1280,720",
            "--virtual-time-budget=2000",
            f"--screenshot={to}",
            f"{CARDS.as_uri()}#{card}",
        ],
        check=True,
        capture_output=True,
    )
