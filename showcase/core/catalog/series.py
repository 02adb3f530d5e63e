"""The series that videos belong to."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SeriesPart:
    """A video as a part of a series.

    Attributes:
        name: of the series.
        number: of the part, from 1; 0 where it has none.
    """

    name: str
    number: int = 0
