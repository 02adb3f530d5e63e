"""Transcripts in JSON of a few words, in the shapes that programs write."""

from typing import Any


def word(text: str, start: float, end: float, **more: object) -> dict[str, object]:
    return {"word": text, "start": start, "end": end, **more}


# Each says "We pick." by nobody from 1 s, "All of it?" from 2.5 s, with the times of words where it has them.
UNNAMED: dict[str, Any] = {
    "YouTube json3, automatic": {
        "wireMagic": "pb3",
        "events": [
            {"tStartMs": 0, "dDurationMs": 60_000, "id": 1, "wpWinPosId": 1, "wsWinStyleId": 1},
            {
                "tStartMs": 1000,
                "dDurationMs": 1000,
                "wWinId": 1,
                "segs": [
                    {"utf8": "We", "acAsrConf": 0},
                    {"utf8": " pick.", "tOffsetMs": 400, "acAsrConf": 0},
                ],
            },
            {
                "tStartMs": 2490,
                "dDurationMs": 2510,
                "wWinId": 1,
                "aAppend": 1,
                "segs": [{"utf8": "\n"}],
            },
            {
                "tStartMs": 2500,
                "dDurationMs": 1500,
                "wWinId": 1,
                "segs": [
                    {"utf8": "All"},
                    {"utf8": " of", "tOffsetMs": 300},
                    {"utf8": " it?", "tOffsetMs": 600},
                ],
            },
        ],
    },
    "YouTube json3, live": {
        "events": [
            {"tStartMs": 1000, "dDurationMs": 500, "wWinId": 1, "segs": [{"utf8": "We"}]},
            {
                "tStartMs": 1400,
                "dDurationMs": 600,
                "wWinId": 1,
                "aAppend": 1,
                "segs": [{"utf8": " pick."}],
            },
            {"tStartMs": 2490, "wWinId": 1, "aAppend": 1, "segs": [{"utf8": "\n"}]},
            {
                "tStartMs": 2500,
                "dDurationMs": 1500,
                "wWinId": 1,
                "aAppend": 1,
                "segs": [{"utf8": "All of it?"}],
            },
        ]
    },
    "Whisper": {
        "text": " We pick. All of it?",
        "language": "en",
        "segments": [
            {
                "id": 0,
                "start": 1.0,
                "end": 2.0,
                "text": " We pick.",
                "avg_logprob": -0.2,
                "words": [
                    word(" We", 1.0, 1.4, probability=0.9),
                    word(" pick.", 1.4, 2.0, probability=0.9),
                ],
            },
            {
                "id": 1,
                "start": 2.5,
                "end": 4.0,
                "text": " All of it?",
                "words": [word(" All", 2.5, 2.8), word(" of", 2.8, 3.1), word(" it?", 3.1, 4.0)],
            },
        ],
    },
    "faster-whisper's list": [
        {"id": 1, "start": 1.0, "end": 2.0, "text": " We pick.", "words": None},
        {"id": 2, "start": 2.5, "end": 4.0, "text": " All of it?", "words": None},
    ],
    "whisper.cpp": {
        "systeminfo": "",
        "result": {"language": "en"},
        "transcription": [
            {
                "timestamps": {"from": "00:00:01,000", "to": "00:00:02,000"},
                "offsets": {"from": 1000, "to": 2000},
                "text": " We pick.",
                "tokens": [
                    {"text": "[_BEG_]", "offsets": {"from": 1000, "to": 1000}, "p": 0.1},
                    {"text": " We", "offsets": {"from": 1000, "to": 1400}, "p": 0.9},
                    {"text": " pi", "offsets": {"from": 1400, "to": 1600}, "p": 0.9},
                    {"text": "ck", "offsets": {"from": 1600, "to": 1900}, "p": 0.9},
                    {"text": ".", "offsets": {"from": 1900, "to": 2000}, "p": 0.9},
                ],
            },
            {"timestamps": {"from": "00:00:02,500", "to": "00:00:04,000"}, "text": " All of it?"},
        ],
    },
    "Transformers": {
        "text": "",
        "speakers": [],
        "chunks": [
            {"timestamp": [1.0, 2.0], "text": " We pick."},
            {"timestamp": [2.5, 4.0], "text": " All of it?"},
        ],
    },
    "youtube-transcript-api": [
        {"text": "We pick.", "start": 1.0, "duration": 1.0},
        {"text": "All of it?", "start": 2.5, "duration": 1.5},
    ],
    "Bilibili": {
        "font_size": 0.4,
        "body": [
            {"from": 1.0, "to": 2.0, "location": 2, "content": "We pick."},
            {"from": 2.5, "to": 4.0, "location": 2, "content": "All of it?"},
        ],
    },
    "Google": {
        "results": [
            {
                "alternatives": [
                    {
                        "transcript": "We pick.",
                        "confidence": 0.4,
                        "words": [
                            {"startTime": "1s", "endTime": "1.4s", "word": "We"},
                            {"startTime": "1.400s", "endTime": "2s", "word": "pick."},
                        ],
                    }
                ]
            },
            {
                "alternatives": [
                    {
                        "transcript": " All of it?",
                        "words": [
                            {
                                "startTime": {"seconds": "2", "nanos": 500000000},
                                "endTime": {"seconds": "2"},
                                "word": "All",
                            },
                            {"startTime": "2.8s", "word": "of"},
                            {"startTime": "3.1s", "endTime": "4s", "word": "it?"},
                        ],
                    }
                ]
            },
        ]
    },
    "Watson": {
        "results": [
            {
                "final": True,
                "alternatives": [
                    {
                        "transcript": "We pick. ",
                        "timestamps": [["We", 1.0, 1.4], ["pick.", 1.4, 2.0]],
                    }
                ],
            },
            {
                "final": True,
                "alternatives": [
                    {
                        "transcript": "x",
                        "timestamps": [["All", 2.5, 2.8], ["of", 2.8, 3.1], ["it?", 3.1, 4]],
                    }
                ],
            },
        ]
    },
}


# Each says "We pick." by one speaker, and "All of it?" by another.
NAMED: dict[str, tuple[tuple[str, str], Any]] = {
    "whisperX": (
        ("SPEAKER_00", "SPEAKER_01"),
        {
            "segments": [
                {
                    "start": 1.0,
                    "end": 2.0,
                    "text": " We pick.",
                    "speaker": "SPEAKER_00",
                    "words": [
                        word("We", 1.0, 1.4, score=0.9, speaker="SPEAKER_00"),
                        {"word": "pick."},
                    ],
                },
                {
                    "start": 2.5,
                    "end": 4.0,
                    "text": " All of it?",
                    "speaker": "SPEAKER_01",
                    "words": [
                        word("All", 2.5, 2.8, score=0.8, speaker="SPEAKER_01"),
                        word("of", 2.8, 3.1),
                        word("it?", 3.1, 4.0),
                    ],
                },
            ],
            "word_segments": [word("We", 1.0, 1.4)],
            "language": "en",
        },
    ),
    "Rev.ai": (
        ("Speaker 0", "Speaker 1"),
        {
            "monologues": [
                {
                    "speaker": 0,
                    "elements": [
                        {
                            "type": "text",
                            "value": "We",
                            "ts": 1.0,
                            "end_ts": 1.4,
                            "confidence": 0.99,
                        },
                        {"type": "punct", "value": " "},
                        {
                            "type": "text",
                            "value": "pick",
                            "ts": 1.4,
                            "end_ts": 2.0,
                            "confidence": 0.99,
                        },
                        {"type": "punct", "value": "."},
                    ],
                },
                {
                    "speaker": 1,
                    "elements": [
                        {"type": "text", "value": "All of it", "ts": 2.5, "end_ts": 4.0},
                        {"type": "punct", "value": "?"},
                    ],
                },
            ]
        },
    ),
    "Rev": (
        ("Rosa Field", "Bo Lind"),
        {
            "speakers": [{"id": 1, "name": "Rosa Field"}, {"id": 2, "name": "Bo Lind"}],
            "monologues": [
                {
                    "speaker": 1,
                    "elements": [
                        {
                            "type": "text",
                            "value": "We pick.",
                            "timestamp": "00:00:01,000",
                            "end_timestamp": "00:00:02,000",
                        }
                    ],
                },
                {
                    "speaker": 2,
                    "elements": [
                        {
                            "type": "text",
                            "value": "All of it?",
                            "timestamp": "00:00:02,500",
                            "end_timestamp": "00:00:04,000",
                        }
                    ],
                },
            ],
        },
    ),
    "AssemblyAI": (
        ("Speaker A", "Speaker B"),
        {
            "id": "x",
            "text": "We pick. All of it?",
            "words": [],
            "utterances": [
                {
                    "speaker": "A",
                    "start": 1000,
                    "end": 2000,
                    "text": "We pick.",
                    "confidence": 0.9,
                    "words": [
                        {
                            "text": "We",
                            "start": 1000,
                            "end": 1400,
                            "confidence": 0.9,
                            "speaker": "A",
                        },
                        {
                            "text": "pick.",
                            "start": 1400,
                            "end": 2000,
                            "confidence": 0.9,
                            "speaker": "A",
                        },
                    ],
                },
                {"speaker": "B", "start": 2500, "end": 4000, "text": "All of it?", "words": []},
            ],
        },
    ),
    "AssemblyAI's words": (
        ("Speaker A", "Speaker B"),
        {
            "text": "We pick. All of it?",
            "utterances": None,
            "words": [
                {"text": "We", "start": 1000, "end": 1400, "speaker": "A"},
                {"text": "pick.", "start": 1400, "end": 2000, "speaker": "A"},
                {"text": "All", "start": 2500, "end": 2800, "speaker": "B"},
                {"text": "of", "start": 2800, "end": 3100, "speaker": "B"},
                {"text": "it?", "start": 3100, "end": 4000, "speaker": "B"},
            ],
        },
    ),
    "Deepgram": (
        ("Speaker 0", "Speaker 1"),
        {
            "metadata": {},
            "results": {
                "channels": [
                    {
                        "alternatives": [
                            {
                                "transcript": "x",
                                "words": [
                                    {
                                        "word": "we",
                                        "start": 1.0,
                                        "end": 1.4,
                                        "speaker": 0,
                                        "punctuated_word": "We",
                                    },
                                    {
                                        "word": "pick",
                                        "start": 1.4,
                                        "end": 2.0,
                                        "speaker": 0,
                                        "punctuated_word": "pick.",
                                    },
                                    {
                                        "word": "all",
                                        "start": 2.5,
                                        "end": 2.8,
                                        "speaker": 1,
                                        "punctuated_word": "All",
                                    },
                                    {
                                        "word": "of",
                                        "start": 2.8,
                                        "end": 3.1,
                                        "speaker": 1,
                                        "punctuated_word": "of",
                                    },
                                    {
                                        "word": "it",
                                        "start": 3.1,
                                        "end": 4.0,
                                        "speaker": 1,
                                        "punctuated_word": "it?",
                                    },
                                ],
                            }
                        ]
                    }
                ]
            },
        },
    ),
    "Deepgram's utterances": (
        ("Speaker 0", "Speaker 1"),
        {
            "results": {
                "channels": [{"alternatives": [{}]}],
                "utterances": [
                    {"start": 1.0, "end": 2.0, "transcript": "We pick.", "words": [], "speaker": 0},
                    {
                        "start": 2.5,
                        "end": 4.0,
                        "transcript": "All of it?",
                        "words": [],
                        "speaker": 1,
                    },
                ],
            }
        },
    ),
    "AWS Transcribe": (
        ("spk_0", "spk_1"),
        {
            "jobName": "j",
            "results": {
                "transcripts": [{"transcript": "x"}],
                "items": [
                    {
                        "type": "pronunciation",
                        "start_time": "1.0",
                        "end_time": "1.4",
                        "speaker_label": "spk_0",
                        "alternatives": [{"confidence": "0.9", "content": "We"}],
                    },
                    {
                        "type": "pronunciation",
                        "start_time": "1.4",
                        "end_time": "2.0",
                        "speaker_label": "spk_0",
                        "alternatives": [{"confidence": "0.9", "content": "pick"}],
                    },
                    {
                        "type": "punctuation",
                        "speaker_label": "spk_0",
                        "alternatives": [{"confidence": "0.0", "content": "."}],
                    },
                    {
                        "type": "pronunciation",
                        "start_time": "2.5",
                        "end_time": "2.8",
                        "speaker_label": "spk_1",
                        "alternatives": [{"content": "All"}],
                    },
                    {
                        "type": "pronunciation",
                        "start_time": "2.8",
                        "end_time": "3.1",
                        "speaker_label": "spk_1",
                        "alternatives": [{"content": "of"}],
                    },
                    {
                        "type": "pronunciation",
                        "start_time": "3.1",
                        "end_time": "4.0",
                        "speaker_label": "spk_1",
                        "alternatives": [{"content": "it"}],
                    },
                    {
                        "type": "punctuation",
                        "speaker_label": "spk_1",
                        "alternatives": [{"content": "?"}],
                    },
                ],
            },
        },
    ),
    "Otter": (
        ("Rosa Field", "Speaker 2"),
        {
            "speech": {
                "speakers": [{"id": 7, "speaker_name": "Rosa Field"}],
                "transcripts": [
                    {
                        "start_offset": 16000,
                        "end_offset": 32000,
                        "speaker_id": 7,
                        "transcript": "We pick.",
                        "alignment": [],
                    },
                    {
                        "start_offset": 40000,
                        "end_offset": 64000,
                        "speaker_id": None,
                        "label": "2",
                        "transcript": "All of it?",
                    },
                ],
            }
        },
    ),
    "Podcasting 2.0": (
        ("Rosa Field", "Bo Lind"),
        {
            "version": "1.0.0",
            "segments": [
                {"speaker": "Rosa Field", "startTime": 1.0, "endTime": 2.0, "body": "We pick."},
                {"speaker": "Bo Lind", "startTime": 2.5, "endTime": 4.0, "body": "All of it?"},
            ],
        },
    ),
    "Podcasting 2.0, a word each": (
        ("Rosa Field", "Bo Lind"),
        {
            "version": "1.0.0",
            "segments": [
                {"speaker": "Rosa Field", "startTime": 1.0, "endTime": 1.4, "body": "We"},
                {"speaker": "Rosa Field", "startTime": 1.4, "endTime": 2.0, "body": "pick."},
                {"speaker": "Bo Lind", "startTime": 2.5, "endTime": 2.8, "body": "All"},
                {"speaker": "Bo Lind", "startTime": 2.8, "endTime": 3.1, "body": "of"},
                {"speaker": "Bo Lind", "startTime": 3.1, "endTime": 4.0, "body": "it?"},
            ],
        },
    ),
    "paragraphs with speakers, as Descript and others write them": (
        ("Rosa Field", "Bo Lind"),
        {
            "paragraphs": [
                {
                    "speaker": {"id": "s1", "name": "Rosa Field"},
                    "startTime": 1.0,
                    "endTime": 2.0,
                    "text": "We pick.",
                },
                {
                    "speaker": {"id": "s2", "name": "Bo Lind"},
                    "startTime": 2.5,
                    "endTime": 4.0,
                    "text": "All of it?",
                },
            ]
        },
    ),
    "ElevenLabs": (
        ("speaker_0", "speaker_1"),
        {
            "text": "We pick. All of it?",
            "words": [
                {"text": "We", "start": 1.0, "end": 1.4, "type": "word", "speaker_id": "speaker_0"},
                {
                    "text": " ",
                    "start": 1.4,
                    "end": 1.4,
                    "type": "spacing",
                    "speaker_id": "speaker_0",
                },
                {
                    "text": "pick.",
                    "start": 1.4,
                    "end": 2.0,
                    "type": "word",
                    "speaker_id": "speaker_0",
                },
                {
                    "text": " ",
                    "start": 2.0,
                    "end": 2.5,
                    "type": "spacing",
                    "speaker_id": "speaker_1",
                },
                {
                    "text": "All of it?",
                    "start": 2.5,
                    "end": 4.0,
                    "type": "word",
                    "speaker_id": "speaker_1",
                },
            ],
        },
    ),
}
