"""The memory of a CEA-608 caption decoder: what it shows, what it loads, and the captions that come of it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from showcase.store.captions.cea608_codes import (
    Command,
    decode_chars,
    decode_command,
    decode_extended,
    decode_preamble,
    decode_special,
    decode_tab,
    is_control,
)
from showcase.store.captions.cue_drafts import CueDraft, escape_words, time_markup

if TYPE_CHECKING:
    from collections.abc import Callable

_LAST_ROW = 15
# A row has 32 columns. More are read, because some programs write longer rows, but not without end.
_MAX_COLUMNS = 200
# Loading takes its frames; where a file leaves too few, a caption would be erased before it is shown.
_MIN_SHOWN_MS = 100


@dataclass(slots=True)
class CaptionScreen:
    """A screen of captions.

    Attributes:
        rows: by number; in each, the characters by column, with the milliseconds at which they came.
        line: of the file, of its first character; 0 while there is none.
        start_ms: when it is shown; for captions that are written while shown, when the first character comes.
    """

    rows: dict[int, dict[int, tuple[str, int]]] = field(default_factory=lambda: defaultdict(dict))
    line: int = 0
    start_ms: int = 0

    def markup(self, *, timed: bool) -> str:
        """The rows as lines of WebVTT cue text; with times where the characters came at several moments."""
        rows = [row for _, row in sorted(self.rows.items())]
        if not timed:
            return escape_words("\n".join("".join(_fill_gaps(row)) for row in rows))
        last_ms = self.start_ms
        lines = []
        for row in rows:
            text, last_ms = _timed_row(row, last_ms)
            lines.append(text)
        return "\n".join(lines)


def _fill_gaps(row: dict[int, tuple[str, int]]) -> Iterator[str]:
    """The characters of a row, with a space for columns without any."""
    columns = sorted(row)
    before = columns[0] if columns else 0
    for column in columns:
        yield " " + row[column][0] if column > before + 1 else row[column][0]
        before = column


def _timed_row(row: dict[int, tuple[str, int]], last_ms: int) -> tuple[str, int]:
    """A row with the times of words that came after `last_ms`, and the last of these times."""
    pieces: list[str] = []
    for char, (_, ms) in zip(_fill_gaps(row), (row[column] for column in sorted(row)), strict=True):
        at_word = not pieces or pieces[-1].isspace() or char[0] == " "
        if at_word and ms > last_ms and char.strip():
            pieces.append(time_markup(ms))
            last_ms = ms
        pieces.append(escape_words(char))
    return "".join(pieces), last_ms


class Cea608Channel:
    """Decodes the codes of one channel.

    Attributes:
        drafts: the captions that were shown, without the one that still is.
        unshown_lines: of the file, where captions were loaded that were never shown.
        stray_lines: where characters came before the kind of caption was said.
        overwritten_lines: where a character was written over another one.
        text_lines: where the channel carried a text service, which is no captions.
    """

    def __init__(self) -> None:
        self.drafts: list[CueDraft] = []
        self.unshown_lines: list[int] = []
        self.stray_lines: list[int] = []
        self.overwritten_lines: list[int] = []
        self.text_lines: list[int] = []
        self._shown = CaptionScreen()
        self._loaded = CaptionScreen()
        self._mode: Command | None = None
        self._timed = False
        self._row, self._column = _LAST_ROW, 0
        self._actions: dict[Command, Callable[[int], None]] = {
            Command.RESUME_LOADING: lambda _ms: self._set_mode(Command.RESUME_LOADING),
            Command.BACKSPACE: lambda _ms: self._delete_before(),
            Command.DELETE_TO_END: lambda _ms: self._delete_to_end(),
            Command.ROLL_UP_2: self._start_roll_up,
            Command.ROLL_UP_3: self._start_roll_up,
            Command.ROLL_UP_4: self._start_roll_up,
            Command.RESUME_DIRECT: self._start_paint_on,
            Command.TEXT_RESTART: lambda _ms: self._set_mode(Command.TEXT_RESTART),
            Command.TEXT_RESUME: lambda _ms: self._set_mode(Command.TEXT_RESTART),
            Command.ERASE_DISPLAYED: self.end_caption,
            Command.CARRIAGE_RETURN: self._start_row,
            Command.ERASE_LOADED: lambda _ms: self._drop_loaded(),
            Command.END_OF_CAPTION: self._show_loaded,
        }

    def read_pair(self, line: int, ms: int, first: int, second: int) -> None:
        """Read a pair of bytes, with the code of the first channel where it is a control code."""
        if not is_control(first):
            self._write(line, ms, decode_chars(first, second))
        elif command := decode_command(first, second):
            self._actions[command](ms)
        elif place := decode_preamble(first, second):
            self._move(ms, *place)
        elif extended := decode_extended(first, second):
            self._delete_before()
            self._write(line, ms, extended)
        else:
            self._column += decode_tab(first, second)
            self._write(line, ms, decode_special(first, second))

    def end_caption(self, ms: int | None) -> None:
        """End the caption that is shown: at a time, or None at the end of the file."""
        shown = self._shown
        if shown.line and (markup := shown.markup(timed=self._timed)).strip():
            end_ms = None if ms is None or ms < shown.start_ms + _MIN_SHOWN_MS else ms
            self.drafts.append(CueDraft(shown.line, shown.start_ms, end_ms, markup))
        self._shown, self._column = CaptionScreen(), 0

    def finish(self) -> None:
        """End the file: what is loaded now is never shown."""
        self.end_caption(None)
        self._drop_loaded()

    def _screen(self) -> CaptionScreen:
        return self._loaded if self._mode is Command.RESUME_LOADING else self._shown

    def _write(self, line: int, ms: int, chars: str) -> None:
        if not chars:
            return
        if self._mode is Command.TEXT_RESTART:
            self.text_lines.append(line)
            return
        if self._mode is None:
            self.stray_lines.append(line)
        screen = self._screen()
        if not screen.line and chars.strip():
            screen.line, screen.start_ms = line, ms
        row = screen.rows[self._row]
        for char in chars:
            column = self._column
            if column in row and row[column][0] not in (" ", char):
                self.overwritten_lines.append(line)
            row[column] = char, ms
            if column < _MAX_COLUMNS:
                self._column = column + 1

    def _set_mode(self, mode: Command) -> None:
        self._mode = mode

    def _start_roll_up(self, ms: int) -> None:
        if self._mode is not Command.ROLL_UP_2:
            self.end_caption(ms)
            self._row, self._column = _LAST_ROW, 0
        self._mode, self._timed = Command.ROLL_UP_2, True

    def _start_paint_on(self, ms: int) -> None:
        self.end_caption(ms)
        self._mode, self._timed = Command.RESUME_DIRECT, True

    def _start_row(self, ms: int) -> None:
        if self._mode is Command.ROLL_UP_2:
            self.end_caption(ms)
            self._column = 0

    def _move(self, ms: int, row: int, column: int) -> None:
        """Move to a row. Words that are shown there already are not written over, they end."""
        rolling = self._mode is Command.ROLL_UP_2
        if self._mode is not Command.RESUME_LOADING and self._is_written(
            row, column, rolling=rolling
        ):
            self.end_caption(ms)
        self._row, self._column = row, column

    def _is_written(self, row: int, column: int, *, rolling: bool) -> bool:
        rows = self._shown.rows
        written = list(rows.values()) if rolling else [rows[row]] if row in rows else []
        return any(
            to >= column and char.strip() for cells in written for to, (char, _) in cells.items()
        )

    def _delete_before(self) -> None:
        self._column = max(self._column - 1, 0)
        self._screen().rows[self._row].pop(self._column, None)

    def _delete_to_end(self) -> None:
        cells = self._screen().rows[self._row]
        for column in [column for column in cells if column >= self._column]:
            del cells[column]

    def _drop_loaded(self) -> None:
        if self._loaded.line and self._loaded.markup(timed=False).strip():
            self.unshown_lines.append(self._loaded.line)
        self._loaded, self._column = CaptionScreen(), 0

    def _show_loaded(self, ms: int) -> None:
        self.end_caption(ms)
        self._shown, self._loaded = self._loaded, CaptionScreen()
        self._shown.start_ms = ms
        self._mode, self._timed = Command.RESUME_LOADING, False
