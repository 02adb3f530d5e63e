"""How many cues a file may have, so that one that is made to harm does not keep the program busy for minutes.

A file with a cue for each word has 10,000 cues an hour. Readers ask here before they build what they found.
"""

MAX_CUES = 150_000


class TooManyCuesError(Exception):
    """A file has more cues than any recording needs; the reader of files says it with the file's name."""


def check_cue_count(count: int) -> None:
    """Stop reading a file that has too many cues.

    Args:
        count: how many cues, parts of cues, timing lines or broken lines were found.

    Raises:
        TooManyCuesError: they are over 150,000.
    """
    if count > MAX_CUES:
        raise TooManyCuesError
