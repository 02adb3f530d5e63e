"""Texts whose letters were saved as question marks."""

import pytest

from showcase.store.captions.lost_letters import report_lost_letters
from showcase.store.captions.parsed_file import ParsedFile


def lost_lines(text: str, language: str) -> list[int]:
    faults = ParsedFile().faults
    report_lost_letters(text, language, faults)
    assert {fault.code for fault in faults} <= {"damaged-character"}
    return [fault.line for fault in faults]


@pytest.mark.parametrize(
    ("language", "text", "lines"),
    [
        ("es", "La monta?a es grande.\r\nHola.\r\nS?, se?or.", [1, 3]),
        ("fr", "On est all?s au march?.", [1]),
        ("de", "<p>Die T?r war zu.</p>", [1]),
        ("en", "We don?t know.", [1]),
        ("en", "One.\nIt?s late, we?re tired.", [2]),
        ("", "They?ll come.", [1]),
        ("en", "na?ve\nfa?ade\nri?sum", [1, 2, 3]),
        ("ru", "??? ????? ?? ????.", [1]),
        ("el", "1\n00:00:01,000 --> 00:00:02,000\n???? ?? ????????", [3]),
        ("pt", "não\nma?a\nma?a\nma?a", [2, 3, 4]),
    ],
)
def test_question_marks_for_letters_are_named_by_line(
    language: str, text: str, lines: list[int]
) -> None:
    assert lost_lines(text, language) == lines


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "What? Why? Really?"),
        ("en", "Why?because"),
        ("es", "¿Qué?pues\n¿Cómo? ¿Sí?"),
        ("es", "Mira https://videos.example.org/watch?v=abc y example.org/a?b=c."),
        ("en", "???"),
        ("en", "?? What ??"),
        ("fr", "Quoi ?!\nHein?! Ah?…"),
        ("ja", "何?です\n本当?"),
        ("es", '<?xml version="1.0"?>'),
        ("es", ""),
    ],
)
def test_questions_are_questions(language: str, text: str) -> None:
    assert lost_lines(text, language) == []


def test_so_many_lines_at_most_are_named() -> None:
    assert len(lost_lines("se?or\n" * 100, "es")) == 20
