"""Readers of what single services write: Rev, AWS Transcribe, Deepgram, Google Speech and Watson, Otter.

Each takes the whole document and the list that it was recognized by. The shapes are those of the services'
documentation; Otter documents none, its shape is that of its web application.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from showcase.store.captions.json_document import JsonPart
from showcase.store.captions.json_segments import ANY_FIELDS, SegmentReader, detect_units
from showcase.store.captions.json_values import (
    Fields,
    read_ms,
    read_number,
    read_probability,
    read_speaker,
    read_text,
    speaker_names,
)
from showcase.store.captions.spoken_words import SpokenFile, SpokenSegment, SpokenWord, space_words

# Otter counts samples of a recording of 16 kHz.
_OTTER_SAMPLES_PER_SECOND = 16_000


def read_rev(document: JsonPart, monologues: JsonPart, spoken: SpokenFile) -> None:
    """Rev: monologues of elements, of which the spaces are some; `{"type": "punct", "value": " "}`."""
    names = speaker_names(_value(document, "speakers"))
    for part in monologues.elements():
        monologue = _object(part)
        words = list(_rev_words(monologue, part.line))
        start = next((word.start_ms for word in words if word.start_ms is not None), None)
        if start is not None:
            speaker = read_speaker(monologue.get("speaker"), names)
            spoken.segments.append(SpokenSegment(part.line, start, None, tuple(words), speaker))
        elif any(word.text.strip() for word in words):
            spoken.leave_out(part.line, "it does not say when it begins")


def _rev_words(monologue: Fields, line: int) -> Iterator[SpokenWord]:
    elements = monologue.get("elements")
    for element in elements if isinstance(elements, list) else ():
        if isinstance(element, dict):
            start = read_ms(element.get("ts", element.get("timestamp")), 1)
            end = read_ms(element.get("end_ts", element.get("end_timestamp")), 1)
            probability = read_probability(element.get("confidence"))
            yield SpokenWord(read_text(element.get("value")), start, end, probability, line)


def read_deepgram(document: JsonPart, channels: JsonPart, spoken: SpokenFile) -> None:
    """Deepgram: its utterances where it was asked for them, else the words of each channel.

    Words of a second channel are of another speaker, as on telephone recordings.
    """
    utterances = document.get("results", "utterances")
    if utterances and (parts := utterances.elements()):
        SegmentReader().read(parts, spoken)
        return
    parts = channels.elements()
    for number, channel in enumerate(parts):
        best = _first_alternative(channel)
        words = best.get("words") if best else None
        first = len(spoken.segments)
        if words:
            read_words(words, spoken, text="")
        if len(parts) > 1:
            spoken.segments[first:] = [
                segment._replace(speaker=segment.speaker or f"Speaker {number}")
                for segment in spoken.segments[first:]
            ]
    spoken.segments.sort(key=lambda segment: segment.start_ms)


def read_google(_document: JsonPart, results: JsonPart, spoken: SpokenFile) -> None:
    """Google Speech (`words` with `startTime`) and Watson (`timestamps`: lists of word, start, end)."""
    for result in results.elements():
        best = _first_alternative(result)
        fields = _object(best) if best else {}
        if best and isinstance(fields.get("timestamps"), list):
            _read_watson(best, fields, spoken)
        elif best and fields.get("words"):
            reader = SegmentReader(fields=replace(ANY_FIELDS, probability=("none",)))
            reader.read([best], spoken)


def _read_watson(best: JsonPart, fields: Fields, spoken: SpokenFile) -> None:
    rows = fields["timestamps"]
    words = space_words(
        [
            SpokenWord(read_text(row[0]), read_ms(row[1], 1), read_ms(row[2], 1), None, best.line)
            for row in (rows if isinstance(rows, list) else ())
            if isinstance(row, list) and len(row) == len(("word", "start", "end"))
        ]
    )
    spoken.add_words(words)


def _first_alternative(part: JsonPart) -> JsonPart | None:
    """The best of the alternatives of a result: the first."""
    alternatives = part.get("alternatives")
    return next(iter(alternatives.elements()), None) if alternatives else None


def read_aws(document: JsonPart, items: JsonPart, spoken: SpokenFile) -> None:
    """AWS Transcribe: words and punctuation; the speaker beside the word, or in a list by time."""
    speakers = _aws_speakers(document)
    words = [_aws_word(_object(part), part.line, speakers) for part in items.elements()]
    spoken.add_words(words)


def _aws_word(item: Fields, line: int, speakers: Mapping[object, str]) -> SpokenWord:
    alternatives = item.get("alternatives")
    best = alternatives[0] if isinstance(alternatives, list) and alternatives else {}
    best = best if isinstance(best, dict) else {}
    start, end = read_ms(item.get("start_time"), 1), read_ms(item.get("end_time"), 1)
    text = read_text(best.get("content"))
    speaker = read_speaker(item.get("speaker_label")) or speakers.get(start)
    if item.get("type") == "punctuation":
        return SpokenWord(text, line=line, speaker=speaker)
    return SpokenWord(
        " " + text, start, end, read_probability(best.get("confidence")), line, speaker
    )


def _aws_speakers(document: JsonPart) -> dict[object, str]:
    """Who speaks, by the time at which a word begins, for older files."""
    segments = document.get("results", "speaker_labels", "segments")
    speakers: dict[object, str] = {}
    for part in segments.elements() if segments else ():
        words = _object(part).get("items")
        for word in words if isinstance(words, list) else ():
            if isinstance(word, dict) and (name := read_speaker(word.get("speaker_label"))):
                speakers[read_ms(word.get("start_time"), 1)] = name
    return speakers


def read_otter(document: JsonPart, transcripts: JsonPart, spoken: SpokenFile) -> None:
    """Otter: what each speaker says, with times in samples of 16 kHz."""
    speech = document.get("speech") or document
    names = speaker_names(_value(document, "speakers") or _value(speech, "speakers"))
    for part in transcripts.elements():
        fields = _object(part)
        start, end = (_otter_ms(fields.get(key)) for key in ("start_offset", "end_offset"))
        text = read_text(fields.get("transcript"))
        if start is None and text.strip():
            spoken.leave_out(part.line, "it does not say when it begins")
        elif start is not None and text.strip():
            speaker = read_speaker(fields.get("speaker_name") or fields.get("speaker_id"), names)
            label = fields.get("speaker_model_label") or fields.get("label")
            words = (SpokenWord(text, start, end, line=part.line),)
            spoken.segments.append(
                SpokenSegment(part.line, start, end, words, speaker or read_speaker(label, names))
            )


def _otter_ms(value: object) -> int | None:
    return read_ms(read_number(value), _OTTER_SAMPLES_PER_SECOND)


def read_words(words: JsonPart, spoken: SpokenFile, text: str) -> None:
    """Words without segments, as one segment.

    Args:
        words: their list.
        spoken: gets the segment.
        text: all that was said, with punctuation; "" where it is not known.
    """
    parts = list(words.elements())
    reader = SegmentReader(detect_units(parts))
    read = space_words([reader.read_word(_object(part), part.line) for part in parts])
    spoken.add_words(read, text)


def _value(part: JsonPart, key: str) -> object:
    found = part.get(key)
    return found.value() if found else None


def _object(part: JsonPart) -> Fields:
    value = part.value()
    return value if isinstance(value, dict) else {}
