"""What can go wrong with a cluster for tests; each message says what to do."""


class EngineError(Exception):
    """There is no OpenSearch to start, or it cannot be used as asked; one sentence that says what to do."""


class NoAnswerError(EngineError):
    """A node does not answer, or not with what was asked for.

    Attributes:
        status: the HTTP status of the answer, None where there was none.
    """

    def __init__(self, message: str, status: int | None = None) -> None:
        super().__init__(message)
        self.status = status


class StartError(EngineError):
    """Nodes did not come up; below the sentence are the last lines that one of them logged."""
