from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.core.catalog.models import Source
from showcase.store.ingest.source_urls import SourceError, is_source_url, parse_source_url

ID = "dQw4w9_Wg-Q"


@pytest.mark.parametrize(
    "address",
    [
        f"https://www.youtube.com/watch?v={ID}",
        f"https://youtube.com/watch?v={ID}&t=42s&list=PL123",
        f"http://m.youtube.com/watch?feature=share&v={ID}",
        f"https://music.youtube.com/watch?v={ID}",
        f"https://YouTube.com/watch?v={ID}#t=10",
        f"https://youtu.be/{ID}",
        f"https://youtu.be/{ID}?si=abc&t=3",
        f"https://www.youtube.com/shorts/{ID}?feature=share",
        f"https://www.youtube.com/live/{ID}",
        f"https://www.youtube.com/embed/{ID}?rel=0",
        f"https://www.youtube-nocookie.com/embed/{ID}",
        f"https://www.youtube.com/v/{ID}",
        f"//www.youtube.com/embed/{ID}",
        f"youtu.be/{ID}",
        f"www.youtube.com/watch?v={ID}",
    ],
)
def test_a_youtube_video_is_known_in_every_form(address: str) -> None:
    assert is_source_url(address)
    assert parse_source_url(address) == Source(
        "youtube", id=ID, address=f"https://www.youtube.com/watch?v={ID}"
    )


@pytest.mark.parametrize(
    ("address", "number", "secret"),
    [
        ("https://vimeo.com/76979871", "76979871", ""),
        ("https://vimeo.com/76979871/8272103f6e", "76979871", "8272103f6e"),
        ("https://vimeo.com/76979871/1234567890", "76979871", "1234567890"),
        ("https://vimeo.com/76979871?h=8272103f6e&share=copy", "76979871", "8272103f6e"),
        ("https://player.vimeo.com/video/76979871?h=8272103f6e&dnt=1", "76979871", "8272103f6e"),
        ("https://vimeo.com/channels/staffpicks/76979871", "76979871", ""),
        ("https://vimeo.com/channels/123/76979871", "76979871", ""),
        ("https://vimeo.com/groups/motion/videos/76979871", "76979871", ""),
        ("https://vimeo.com/showcase/7008490/video/76979871", "76979871", ""),
        ("https://vimeo.com/manage/videos/76979871/settings", "76979871", ""),
        ("vimeo.com/76979871", "76979871", ""),
    ],
)
def test_a_vimeo_video_is_known_with_its_secret_part(
    address: str, number: str, secret: str
) -> None:
    page = f"https://vimeo.com/{number}" + (f"/{secret}" if secret else "")
    assert is_source_url(address)
    assert parse_source_url(address) == Source("vimeo", id=number, hash=secret, address=page)


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("https://cdn.example.org/live/index.m3u8", "hls"),
        ("https://cdn.example.org/a.M3U8?token=x", "hls"),
        ("http://127.0.0.1:8080/a.m3u8", "hls"),
        ("https://cdn.example.org/a.webm", "file"),
        ("https://cdn.example.org/a.mp4?x=1#t=3", "file"),
        ("https://cdn.example.org/talk.MP3", "file"),
    ],
)
def test_other_addresses_are_known_by_the_end_of_their_path(address: str, kind: str) -> None:
    source = parse_source_url(address)
    assert (source.kind, source.address, source.files) == (kind, address, ())


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("https://www.youtube.com/@ciw", "is not that of a single video"),
        ("https://www.youtube.com/playlist?list=PL1", "press Share"),
        ("https://www.youtube.com/embed/videoseries?list=PL1", "is not that of a single video"),
        ("https://www.youtube.com/watch?v=short", "is not that of a single video"),
        ("https://youtu.be/", "is not that of a single video"),
        ("https://vimeo.com/watch", "Vimeo address is not that of a single video"),
        ("https://vimeo.com/event/12345", "is not that of a single video"),
        ("https://vimeo.com/showcase/7008490", "is not that of a single video"),
        ("https://example.org/video.html", "cannot be played"),
        ("https://youtube.com.example.org/watch?v=" + ID, "cannot be played"),
        ("ftp://example.org/a.mp4", "is not a web address"),
        ("https://", "is not a web address"),
        ("https://a b.org/x.mp4", "is not a web address"),
        ("https://a.org:port/x.mp4", "is not a web address"),
        ("http://[::1/x.mp4", "is not a web address"),
    ],
)
def test_an_address_that_does_not_play_says_what_to_write(address: str, message: str) -> None:
    with pytest.raises(SourceError, match=message):
        parse_source_url(address)


@pytest.mark.parametrize("name", ["preview.webm", "youtube.mp4", "vimeo.com.mp4", "../a.mp4"])
def test_a_file_name_is_no_address(name: str) -> None:
    assert not is_source_url(name)


@given(st.text() | st.text().map("https://youtube.com/".__add__))
def test_any_text_is_a_source_or_a_sentence(text: str) -> None:
    with suppress(SourceError):
        assert parse_source_url(text).address
