"""The fields of the Whoosh documents that the index consists of."""

from collections.abc import Generator, Mapping
from typing import Any

from whoosh import analysis, fields, formats

TRACK_KIND, CHUNK_KIND = "track", "chunk"

# Whoosh requires an analyzer, and does not call it.
_NO_ANALYZER: Any = analysis.IDAnalyzer()


class _BucketFormat(formats.Format):
    """Postings with values of any length, which BucketField is given."""


class BucketField(fields.FieldType):
    """A field whose value maps terms to the values of their postings, so that there is nothing to analyze."""

    def __init__(self) -> None:
        super().__init__(_BucketFormat(), _NO_ANALYZER)

    def index(
        self, value: Mapping[str, bytes], **_options: object
    ) -> Generator[tuple[bytes, int, float, bytes], Any, None]:
        """Whoosh's protocol: yield term, frequency, weight and value of each posting."""
        for term, data in value.items():
            yield term.encode(), 1, 1.0, data


def document_schema() -> fields.Schema:
    """The fields of all documents; posting_store.py says which document has which."""
    return fields.Schema(
        kind=fields.ID(),
        video=fields.ID(),
        buckets=BucketField(),
        slug=fields.STORED(),
        first_word=fields.STORED(),
        word_count=fields.STORED(),
        bucket_count=fields.STORED(),
        stored=fields.STORED(),
    )
