"""What owners have at hand, in the shapes that programs write; all of it made for these tests."""

import json
import wave
from io import BytesIO
from pathlib import Path

ENGLISH = (
    "We wrote the rules of the orchard ourselves, word by word.",
    "Nobody had asked us before, and that was the first thing that changed.",
    "Then the buyers came to the table, because people in the cities had stopped to buy.",
    "When they signed, the crew leaders had to listen to what we said.",
)
SPANISH = (
    "Nosotras mismas escribimos las reglas del huerto, palabra por palabra.",
    "Antes nadie nos había preguntado nada, y eso fue lo primero que cambió.",
    "Después los compradores vinieron a la mesa, porque la gente había dejado de comprar.",
    "Cuando firmaron, los capataces tuvieron que escuchar lo que decíamos.",
)
CREOLE = (
    "Se nou menm ki te ekri règ yo nan jaden an, mo pa mo.",
    "Pèsonn pa t janm mande nou anyen anvan, e se premye bagay ki te chanje.",
    "Apre sa achtè yo te vin chita bò tab la, paske moun lavil yo te sispann achte.",
    "Lè yo te siyen, chèf ekip yo te oblije koute sa nou t ap di.",
)
BENGALI = (
    "আমরা নিজেরাই বাগানের নিয়মগুলো লিখেছিলাম, প্রতিটি শব্দ ধরে ধরে।",
    "এর আগে কেউ আমাদের কিছু জিজ্ঞাসা করেনি, আর সেটাই প্রথম বদলে গিয়েছিল।",
    "তারপর ক্রেতারা টেবিলে এসে বসলেন, কারণ শহরের মানুষ কেনা বন্ধ করে দিয়েছিল।",
    "তারা যখন সই করলেন, তখন সর্দারদের আমাদের কথা শুনতে হয়েছিল।",
)


def silence(seconds: int) -> bytes:
    """A recording of sound without any, in WAV."""
    file = BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(1)
        sound.setframerate(8_000)
        sound.writeframes(b"\x80" * 8_000 * seconds)
    return file.getvalue()


def subrip(lines: tuple[str, ...]) -> str:
    """SubRip with a cue of four seconds for each line."""
    cues = (
        f"{n}\n00:00:{4 * n - 4:02d},000 --> 00:00:{4 * n:02d},000\n{line}\n"
        for n, line in enumerate(lines, 1)
    )
    return "\n".join(cues)


def webvtt(lines: tuple[str, ...]) -> str:
    """WebVTT, likewise."""
    return "WEBVTT\n\n" + "\n".join(
        f"00:{4 * n:02d}.000 --> 00:{4 * n + 4:02d}.000\n{line}\n" for n, line in enumerate(lines)
    )


def info(**values: object) -> dict[str, object]:
    """An info.json as yt-dlp writes it for a video of a large site, with much that is not read."""
    return {
        "id": "dQw4w9WgXcQ",
        "title": "Who wrote the rules",
        "formats": [
            {"format_id": "sb0", "ext": "mhtml", "protocol": "mhtml", "acodec": "none", "vcodec": "none",
             "url": "https://pictures.example.org/sb.jpg", "fps": 0.1, "fragments": [{"url": "x"}]},
            {"format_id": "140", "ext": "m4a", "acodec": "mp4a.40.2", "vcodec": "none",
             "url": "https://media.example.org/140?expire=1"},
            {"format_id": "18", "ext": "mp4", "acodec": "mp4a.40.2", "vcodec": "avc1.42001E", "fps": 25,
             "url": "https://media.example.org/18?expire=1"},
        ],
        "thumbnails": [{"url": "https://pictures.example.org/1.jpg", "preference": -1, "id": "0"}],
        "thumbnail": "https://pictures.example.org/1.jpg",
        "description": "Pickers tell how they wrote the rules.\n\nFollow us: https://example.org",
        "channel": "Orchard Radio",
        "uploader": "Orchard Radio",
        "duration": 16,
        "view_count": 1,
        "age_limit": 0,
        "webpage_url": "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
        "categories": ["Nonprofits & Activism"],
        "tags": [],
        "automatic_captions": {
            "en-orig": [{"ext": "vtt", "url": "u", "name": "English (Original)"}],
            "en": [{"ext": "vtt", "url": "u"}],
            "ht": [{"ext": "vtt", "url": "u"}],
        },
        "subtitles": {"es": [{"ext": "vtt", "url": "u", "name": "Spanish"}], "live_chat": []},
        "chapters": [
            {"start_time": 0.0, "title": "Rules", "end_time": 8.5},
            {"start_time": 8.5, "title": "Buyers", "end_time": 16},
        ],
        "upload_date": "20230117",
        "release_date": None,
        "release_year": None,
        "language": "en",
        "extractor": "youtube",
        "extractor_key": "Youtube",
        "playlist": None,
        "requested_subtitles": None,
        "epoch": 1700000000,
        "_type": "video",
        "_version": {"version": "2026.10.26", "repository": "yt-dlp/yt-dlp"},
        **values,
    }  # fmt: skip


def write_info(
    folder: Path, stem: str = "Who wrote the rules [dQw4w9WgXcQ]", /, **values: object
) -> Path:
    """An info.json in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{stem}.info.json"
    path.write_text(json.dumps(info(**values)), "utf-8")
    return path


def write_family(folder: Path, stem: str = "Who wrote the rules [dQw4w9WgXcQ]") -> Path:
    """What `yt-dlp --write-subs --write-auto-subs --write-thumbnail --write-info-json` leaves."""
    path = write_info(folder, stem)
    (folder / f"{stem}.en-orig.vtt").write_text(webvtt(ENGLISH), "utf-8")
    (folder / f"{stem}.es.vtt").write_text(webvtt(SPANISH), "utf-8")
    (folder / f"{stem}.ht.vtt").write_text(webvtt(CREOLE), "utf-8")
    (folder / f"{stem}.live_chat.json").write_text("{}\n")
    (folder / f"{stem}.description").write_text("Pickers tell …")
    (folder / f"{stem}.mp4.part").write_bytes(b"half")
    (folder / f"{stem}.webp").write_bytes(b"RIFF\0\0\0\0WEBP")
    return path


FEED = """\
<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"
    xmlns:podcast="https://podcastindex.org/namespace/1.0" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
  <title>Orchard voices</title>
  <atom:link href="https://example.org/feed.xml" rel="self"/>
  <language>en-us</language>
  <itunes:author>Orchard Radio</itunes:author>
  <item>
    <title>Who wrote the rules</title>
    <description><![CDATA[<p>Pickers tell &amp; show how they wrote the rules.</p><p>Support us.</p>
<script>alert(1)</script>]]></description>
    <enclosure url="https://example.org/files/rules.mp3?source=feed" length="123" type="audio/mpeg"/>
    <itunes:duration>0:16</itunes:duration>
    <pubDate>Tue, 17 Jan 2023 08:00:00 GMT</pubDate>
    <podcast:transcript url="https://example.org/rules.srt" type="application/x-subrip" language="en"/>
    <podcast:chapters url="https://example.org/rules.json" type="application/json+chapters"/>
  </item>
  <item>
    <title>The buyers</title>
    <enclosure url="https://example.org/files/buyers.mp3" length="1" type="audio/mpeg"/>
    <pubDate>never</pubDate>
  </item>
</channel>
</rss>
"""
PODCAST_CHAPTERS = {
    "version": "1.2.0",
    "chapters": [
        {"startTime": 9.5, "title": "Buyers"},
        {"startTime": 0, "title": "Rules"},
        {"startTime": 12, "toc": False, "img": "https://example.org/a.png"},
    ],
}


def write_feed(folder: Path) -> Path:
    """A podcast's feed, with the transcript and the chapters of its first episode beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "feed.xml").write_text(FEED, "utf-8")
    (folder / "rules.srt").write_text(subrip(ENGLISH), "utf-8")
    (folder / "rules.json").write_text(json.dumps(PODCAST_CHAPTERS), "utf-8")
    return folder / "feed.xml"
