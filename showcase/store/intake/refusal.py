"""The error of what cannot be taken in."""

from showcase.errors import ShowcaseError


class IntakeError(ShowcaseError):
    """Something that is given cannot be taken; nothing is written."""

    def __init__(self, place: object, message: str, fix: str = "") -> None:
        """Make the line that is printed.

        Args:
            place: the path or address that is meant; "" where there is none.
            message: what is wrong, without a period.
            fix: what to do, without a period; "" where the message says it.
        """
        sentence = f"{message}: {fix}" if fix else message
        super().__init__(f"{place}: {sentence}" if place else sentence)
