"""What a video.toml restricts, also for the record of before that is served while something else is wrong.

A video with errors stays as it was. But who takes something back must not wait until an unrelated mistake is
mended: so the record of before is restricted too. Where video.toml itself has errors, nobody knows what it
restricts; then the record of before stays only if the lines about it are those that it was made with.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import get_close_matches
from hashlib import sha256

import regex

from showcase.core.catalog.visibility import PUBLIC, Visibility
from showcase.core.catalog.withdrawals import NO_WITHDRAWALS, Withdrawals
from showcase.store.ingest.record_measures import with_spoken_times
from showcase.store.ingest.record_redaction import redact_record
from showcase.store.ingest.video_toml import ParsedVideoToml, VideoToml
from showcase.store.records import VideoRecord

_KEYS = ("withdrawn", "sealed_until", "publish_on", "listed", "noindex")
# As much alike as "withdrwan" and "withdrawn", in a place where a key can be.
_MIN_LIKENESS = 0.75
_KEY_PATTERN = regex.compile(r"[\w-]+(?=\s*[=:\]])")
_DIGEST_HEX_DIGITS = 32


@dataclass(frozen=True, slots=True)
class Restrictions:
    """What a video.toml restricts.

    Attributes:
        digest: a hash of the lines about it; "" where there is none.
        is_clear: False where the file has errors, so that the other attributes may lack something.
        visibility: who may see the video, and from when.
        withdrawals: what must not be published any more.
    """

    digest: str = ""
    is_clear: bool = True
    visibility: Visibility = PUBLIC
    withdrawals: Withdrawals = NO_WITHDRAWALS

    def restrict(self, record: VideoRecord) -> VideoRecord | None:
        """A record of before as it may be served now; None where it may not be, or nobody knows."""
        if not self.is_clear:
            return record if record.restrictions == self.digest else None
        redacted = with_spoken_times(redact_record(record, self.withdrawals).record)
        video = replace(redacted.video, visibility=self.visibility)
        return replace(redacted, video=video, restrictions=self.digest)


NO_RESTRICTIONS = Restrictions()


def read_restrictions(content: str, toml: ParsedVideoToml) -> Restrictions:
    """What a video.toml restricts; `content` is its text, "" where it cannot be read."""
    values = toml.values or VideoToml()
    return Restrictions(
        _digest(content),
        bool(content) and toml.values is not None and not toml.faults,
        values.visibility,
        values.withdrawals,
    )


def _digest(content: str) -> str:
    lines = [line.strip() for block in _blocks(content) for line in _restricting_lines(block)]
    if not lines:
        return ""
    return sha256("\n".join(lines).encode("utf-8", "replace")).hexdigest()[:_DIGEST_HEX_DIGITS]


def _blocks(content: str) -> Iterator[list[str]]:
    """The lines of each table; first those before any."""
    block: list[str] = []
    for line in content.splitlines():
        if line.lstrip().startswith("["):
            yield block
            block = []
        block.append(line)
    yield block


def _restricting_lines(block: list[str]) -> list[str]:
    """All lines of a table that restricts something; of those before any table, the ones that do."""
    found = [line for line in block if _restricts(line)]
    is_table = block[:1] and block[0].lstrip().startswith("[")
    return block if found and is_table else found


def _restricts(line: str) -> bool:
    keys = _KEY_PATTERN.findall(line.partition("#")[0].lower())
    return any(get_close_matches(key, _KEYS, 1, _MIN_LIKENESS) for key in keys)
