"""How a node is asked: who asks, whose certificates are trusted, what counts as an answer."""

import base64
import json
import ssl
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, urlsplit

from tools.opensearch.errors import NoAnswerError

_OK = 200


@dataclass(frozen=True, slots=True)
class Access:
    """Who asks a cluster.

    Attributes:
        ca: a PEM file of the certificates to trust for https, None for those of the system.
        user: a name, None where the cluster asks for none.
        password: its password.
    """

    ca: Path | None = None
    user: str | None = None
    password: str | None = field(default=None, repr=False)

    def get(self, url: str, path: str, seconds: float = 10) -> Any:  # noqa: ANN401 - any JSON
        """The JSON that a node answers to GET.

        Raises:
            NoAnswerError: nothing answers, the status is not 200, or the answer is not JSON.
        """
        connection = self._connection(urlsplit(url), seconds)
        try:
            connection.request("GET", path, headers=self._headers())
            response = connection.getresponse()
            body = response.read()
        except (OSError, HTTPException) as error:
            message = f"{url} does not answer: {error}"
            raise NoAnswerError(message) from error
        finally:
            connection.close()
        return _parse(url + path, response.status, body)

    def _connection(self, parts: SplitResult, seconds: float) -> HTTPConnection:
        host = parts.hostname or ""
        if parts.scheme != "https":
            return HTTPConnection(host, parts.port, timeout=seconds)
        trusted = ssl.create_default_context(cafile=self.ca)
        return HTTPSConnection(host, parts.port, timeout=seconds, context=trusted)

    def _headers(self) -> dict[str, str]:
        if self.user is None:
            return {}
        pair = f"{self.user}:{self.password or ''}".encode()
        return {"Authorization": f"Basic {base64.b64encode(pair).decode()}"}


def _parse(address: str, status: int, body: bytes) -> Any:  # noqa: ANN401 - any JSON
    if status != _OK:
        message = f"{address} answers with status {status}."
        raise NoAnswerError(message, status)
    try:
        return json.loads(body)
    except ValueError as error:
        message = f"{address} answers with something else than JSON."
        raise NoAnswerError(message, status) from error
