"""Where everything is on a card."""

from dataclasses import replace

import pytest

from showcase.core.branding.palette import CardInks
from showcase.core.cards.canvases import CANVASES, CardShape, CardTheme
from showcase.core.cards.content import CardContent
from showcase.core.cards.layout import CardLayout, compose_card, is_shortened
from showcase.core.cards.typesetting import TextLine
from tests.contrast import contrast
from tests.core.cards.card_cast import PRESS

CARD = CardContent(
    words=("Then we wrote the rules ourselves.",),
    language="en",
    fallback_text="Read these words at 0:08",
    address="example.org/videos/orchard?t=8,12",
    name="Rosa Field",
    about="Pickers United",
    cue="Hear it at 0:08",
    title="The orchard",
)
TITLE = CardContent(
    headline="The mill", fallback_text="See this video", address="example.org/videos/mill"
)

THEMES: dict[CardTheme, CardInks] = {
    "light": CardInks(background="#ccd6f1", words="#1f2a63", small="#1a2044"),
    "dark": CardInks(background="#141a3c", words="#ff9472", small="#fdfaf3"),
}


def layout(
    card: CardContent = CARD, shape: CardShape = "wide", theme: CardTheme = "light"
) -> CardLayout:
    return compose_card(card, shape, THEMES[theme], PRESS)


def texts(card: CardContent) -> list[str]:
    return [line.text for line in layout(card).lines]


def line_of(found: CardLayout, text: str) -> TextLine:
    return next(line for line in found.lines if line.text == text)


def test_a_card_shows_words_between_marks_who_when_and_where() -> None:
    found = layout()
    large = [line.text for line in found.lines[:-4]]
    assert " ".join(large) == "“Then we wrote the rules ourselves.”"
    assert [line.text for line in found.lines[-4:]] == [
        "Rosa Field", "Hear it at 0:08", "Pickers United", "The orchard",
    ]  # fmt: skip
    assert found.shows_words


def test_the_speaker_is_at_the_left_and_the_time_at_the_right() -> None:
    found, foot = layout(), CANVASES["wide"].foot
    assert line_of(found, "Rosa Field").box.left == foot.left
    assert line_of(found, "Hear it at 0:08").box.right == foot.right
    assert min(x for x, _ in found.play_icon) > line_of(found, "Rosa Field").box.right
    assert max(x for x, _ in found.play_icon) < line_of(found, "Hear it at 0:08").box.left


def test_a_card_that_reads_from_right_to_left_is_the_other_way_round() -> None:
    card = replace(CARD, words=("كتبنا القواعد بأنفسنا كلمة كلمة ثم نكون معا",), language="ar")
    found, canvas = layout(card), CANVASES["wide"]
    large = [line for line in found.lines if "noto-sans-arabic" in {run.face for run in line.runs}]
    assert len(large) > 1
    assert {line.box.right for line in large[1:]} == {canvas.words.right}
    assert large[0].box.right > canvas.words.right
    assert line_of(found, "Rosa Field").box.right == canvas.foot.right
    assert min(x for x, _ in found.play_icon) == canvas.foot.left


def test_each_voice_has_marks_of_its_own() -> None:
    said = " ".join(texts(replace(CARD, words=("Who wrote it?", "We did."))))
    assert said.startswith("“Who wrote it?” “We did.” Rosa Field")


def test_a_card_without_words_has_its_headline_without_marks() -> None:
    assert texts(TITLE) == ["The mill"]
    assert layout(TITLE).play_icon == ()


@pytest.mark.parametrize("words", [("規則",), ("We say it.", "規則")])
def test_words_that_no_face_has_are_not_drawn_in_part(words: tuple[str, ...]) -> None:
    found = layout(replace(CARD, words=words))
    assert not found.shows_words
    said = " ".join(line.text for line in found.lines)
    assert said.startswith("Read these words at 0:08 example.org/videos/orchard?t=8,12 Rosa Field")


def test_words_that_are_only_symbols_are_not_drawn() -> None:
    assert not layout(replace(CARD, words=("♪ ♪",))).shows_words


def test_a_title_without_a_font_is_replaced_by_a_sentence() -> None:
    assert "See this video" in " ".join(texts(replace(TITLE, headline="規則")))


def test_names_that_no_face_has_are_left_out() -> None:
    found = texts(replace(CARD, name="田中", title="規則"))
    assert found[-2:] == ["Pickers United", "Hear it at 0:08"]


def test_a_card_can_do_without_all_that_is_small() -> None:
    card = replace(CARD, name="", about="", cue="", title="")
    assert " ".join(texts(card)) == "“Then we wrote the rules ourselves.”"


def test_names_and_titles_share_a_line_however_long_they_are() -> None:
    long = "A name that is so very long that it has no room on any line of any card " * 2
    found = layout(replace(CARD, name=long, about=long, title=long))
    name, cue, about, title = found.lines[-4:]
    assert name.text.endswith("…")
    assert cue.text == "Hear it at 0:08"
    assert about.text.endswith("…")
    assert title.text.endswith("…")
    assert name.box.right < min(x for x, _ in found.play_icon)
    assert about.box.right < title.box.left


def test_a_long_quote_ends_in_an_ellipsis_between_the_marks() -> None:
    said = "We wrote the rules ourselves, word by word, in the field. " * 20
    found = layout(replace(CARD, words=(said,)))
    assert found.lines[-5].text.endswith("field. …”")


# Pixels that stay free at the edge of a card: previews have round corners.
MARGIN = 20


@pytest.mark.parametrize("shape", CANVASES)
def test_picture_words_rule_and_foot_do_not_overlap(shape: CardShape) -> None:
    canvas = CANVASES[shape]
    beside = canvas.art_box.right + canvas.hang.left < canvas.words.left
    above = canvas.art_box.bottom <= canvas.words.top
    assert beside or above
    assert canvas.words.bottom <= canvas.rule.top
    assert canvas.rule.bottom <= canvas.foot.top
    assert canvas.foot.bottom <= canvas.size[1]
    assert canvas.words.right + canvas.hang.right + MARGIN <= canvas.size[0]


@pytest.mark.parametrize("theme", THEMES)
def test_all_text_has_contrast_with_its_background(theme: CardTheme) -> None:
    found = layout(theme=theme)
    assert {contrast(line.color, found.colors.background) >= 4.5 for line in found.lines} == {True}


SAID = "We wrote the rules ourselves, word by word, and then we read them aloud in the yard. "


@pytest.mark.parametrize(
    ("words", "shortened"),
    [
        ((), set()),
        (("Yes.",), set()),
        ((SAID.strip(),), set()),
        ((SAID.strip(),) * 2, {"wide"}),
        (((SAID * 8).strip(),), {"wide", "square"}),
        # More than is measured at all.
        (((SAID * 40).strip(),), {"wide", "square"}),
        # Words that are not drawn are not shortened: a sentence stands for them.
        (("規則" * 200,), set()),
        (("♪ ♪",), set()),
    ],
)
def test_a_card_without_room_for_all_its_words_is_shortened(
    words: tuple[str, ...], shortened: set[str]
) -> None:
    card = replace(CARD, words=words)
    shapes: tuple[CardShape, ...] = ("wide", "square")
    found = {shape for shape in shapes if is_shortened(card, shape, THEMES["light"], PRESS)}
    assert found == shortened
    drawn = {
        shape
        for shape in shapes
        if any("…" in line.text for line in layout(card, shape).lines if line.size > 40)
    }
    assert drawn == shortened, "as the card itself has it"
