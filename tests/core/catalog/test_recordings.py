import pytest

from showcase.core.catalog.models import MediaFile, Source
from showcase.core.catalog.recordings import extension, is_sound

MP3 = MediaFile("talk.mp3", "audio/mpeg", 1)
WEBM = MediaFile("talk.webm", "video/webm", 1)


@pytest.mark.parametrize(
    ("source", "sound"),
    [
        (None, False),
        (Source("file", (MP3,)), True),
        (Source("file", (MP3, WEBM)), False),
        (Source("file", address="https://a.example/b.mp4/talk.Opus?as=x.mp4#t=1"), True),
        (Source("file", address="https://a.example/talk.mp4?of=b.mp3"), False),
        (Source("hls", address="https://a.example/talk.m3u8"), False),
        (Source("youtube", address="https://www.youtube.com/watch?v=a.mp3", id="a.mp3"), False),
    ],
)
def test_sound_is_what_has_no_picture(source: Source | None, sound: bool) -> None:  # noqa: FBT001 - a table
    assert is_sound(source) == sound


@pytest.mark.parametrize(
    ("name", "end"), [("a.MP3", ".mp3"), ("a", ""), (".mp3", ""), ("a.b/c", ""), ("", "")]
)
def test_an_extension_is_in_small_letters(name: str, end: str) -> None:
    assert extension(name) == end
