"""Examples of transcripts in JSON, text and documents, as docs/reference/caption-files.md lists them.

Each is a file's name, its content, the cues that are read from it ("start end speaker: text"), and what is
known about it besides.
"""

import json

from showcase.store.captions.read_options import ReadOptions
from tests.store.captions.json_samples import NAMED, UNNAMED
from tests.store.captions.word_documents import archive, docx

TranscriptExample = (
    tuple[str, str | bytes, tuple[str, ...]] | tuple[str, str | bytes, tuple[str, ...], ReadOptions]
)

UNNAMED_CUES = ("1000 2000 : We pick.", "2500 4000 : All of it?")
WORD_CUES = ("1000 2000 : We@1000 pick.@1400", "2500 4000 : All@2500 of@2800 it?@3100")


def unnamed(name: str, cues: tuple[str, ...], file: str = "captions.en.json") -> TranscriptExample:
    return file, json.dumps(UNNAMED[name]), cues


def named(name: str, *cues: str) -> TranscriptExample:
    return "captions.en.json", json.dumps(NAMED[name][1]), cues


TRANSCRIPT_EXAMPLES: dict[str, list[TranscriptExample]] = {
    "YouTube json3, srv3, srv2, srv1": [
        unnamed("YouTube json3, automatic", WORD_CUES, "captions.en.json3"),
        (
            "captions.en.srv3",
            '<timedtext format="3"><p t="1000" d="1000"><s>We</s><s t="400"> pick.</s></p></timedtext>',
            ("1000 2000 : We@1000 pick.@1400",),
        ),
        (
            "captions.en.srv1",
            '<transcript><text start="1" dur="1">We &amp;amp; pick.</text></transcript>',
            ("1000 2000 : We & pick.",),
        ),
    ],
    "Whisper and its kin in JSON, and Whisper's table": [
        unnamed("Whisper", WORD_CUES),
        unnamed("faster-whisper's list", UNNAMED_CUES),
        unnamed("whisper.cpp", ("1000 2000 : We@1000 pick.@1400", "2500 4000 : All of it?")),
        unnamed("Transformers", UNNAMED_CUES),
        named(
            "whisperX",
            "1000 2000 SPEAKER_00: We@1000 pick.",
            "2500 4000 SPEAKER_01: All@2500 of@2800 it?@3100",
        ),
    ],
    "Rev, AssemblyAI, Deepgram, AWS Transcribe, Google Speech, Watson, ElevenLabs, Vosk, Otter in JSON": [
        named("Rev", "1000 2000 Rosa Field: We pick.", "2500 4000 Bo Lind: All of it?"),
        named(
            "AssemblyAI",
            "1000 2000 Speaker A: We@1000 pick.@1400",
            "2500 4000 Speaker B: All of it?",
        ),
        named(
            "Deepgram",
            "1000 2000 Speaker 0: We@1000 pick.@1400",
            "2500 4000 Speaker 1: All@2500 of@2800 it?@3100",
        ),
        named("Otter", "1000 2000 Rosa Field: We pick.", "2500 4000 Speaker 2: All of it?"),
    ],
    "Podcasting 2.0 in JSON": [
        named("Podcasting 2.0", "1000 2000 Rosa Field: We pick.", "2500 4000 Bo Lind: All of it?"),
        named(
            "Podcasting 2.0, a word each",
            "1000 2000 Rosa Field: We@1000 pick.@1400",
            "2500 4000 Bo Lind: All@2500 of@2800 it?@3100",
        ),
    ],
    "Other JSON with a list of texts that have times": [
        named(
            "paragraphs with speakers, as Descript and others write them",
            "1000 2000 Rosa Field: We pick.",
            "2500 4000 Bo Lind: All of it?",
        ),
        unnamed("youtube-transcript-api", UNNAMED_CUES),
        unnamed("Bilibili", UNNAMED_CUES),
    ],
    "JSON with words that were heard with doubt": [
        (
            "captions.en.json",
            '[{"text": "one", "start": 1, "end": 2, "confidence": 0.2}]',
            ("1000 2000 : one",),
        ),
    ],
    "JSON with segments that have no time": [
        (
            "captions.en.json",
            '[{"text": "one", "start": 1, "end": 2}, {"text": "two"}]',
            ("1000 2000 : one",),
        ),
    ],
    "JSON that is cut off or damaged, other JSON": [
        ("captions.en.json", '[{"text": "one", "start": 1, "en', ()),
        ("captions.en.json", '{"type": "FeatureCollection", "features": []}', ()),
    ],
    "Text and Word documents with times at the starts of lines": [
        (
            "captions.en.txt",
            "[0:01] We pick.\n[0:04] All of it?",
            ("1000 3000 : We pick.", "4000 6000 : All of it?"),
        ),
        (
            "captions.en.docx",
            docx(["Rosa  0:01", "We pick.", "Bo  0:04", "All of it?"]),
            ("1000 3000 Rosa: We pick.", "4000 6000 Bo: All of it?"),
        ),
        (
            "captions.ja.txt",
            "佐藤：［０：０１］はい。\n田中：［０：０４］いいえ。",
            ("1000 3000 佐藤: はい。", "4000 6000 田中: いいえ。"),
        ),
    ],
    "Text with lines before the first time, with times that are words, with a footer": [
        (
            "captions.en.txt",
            "The harvest\n[0:01] We begin at\n10:30 sharp.\n[0:09] Yes.\nTranscribed by https://otter.ai",
            ("1000 3000 : We begin at|10:30 sharp.", "9000 11000 : Yes."),
        ),
        (
            "captions.en.txt",
            "[0:09] We begin.\n[0:05] We go on.\n[0:10] Yes.",
            ("5000 5001 : We begin.", "5000 7000 : We go on.", "10000 12000 : Yes."),
        ),
    ],
    "Text and Word documents without times (`captions.en.txt`)": [
        ("captions.en.txt", "We pick.\n\nAll of it?", ("0 1 : We pick.", "1 2 : All of it?")),
        (
            "captions.en.txt",
            "We pick tomatoes.",
            ("0 60000 : We pick tomatoes.",),
            ReadOptions("captions", "en", duration_ms=60_000),
        ),
        (
            "captions.en.txt",
            "We pick tomatoes. [00:05]",
            ("0 60000 : We pick tomatoes. [00:05]",),
            ReadOptions("captions", "en", duration_ms=60_000),
        ),
    ],
    "YouTube's list of chapters": [
        (
            "chapters.en.txt",
            "About\n0:05 Intro\n1:30 The walk",
            ("5000 90000 : Intro", "90000 91000 : The walk"),
        ),
    ],
    "OpenDocument, RTF, ZIP archives; Word documents that are damaged or unpack to over 24 MB": [
        ("captions.en.docx", archive({"content.xml": "<office/>"}), ()),
        ("captions.en.docx", b"PK\x03\x04" + bytes(99), ()),
        ("captions.en.txt", b"{\\rtf1\\ansi 0:00 Hello}", ()),
    ],
}
