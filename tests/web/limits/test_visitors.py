"""Which address a request comes from."""

import pytest

from showcase.web.limits.visitors import visitor_address

ONE = bytes([203, 0, 113, 9])
NETWORK = bytes.fromhex("2001067c00010002")


@pytest.mark.parametrize(
    ("peer", "forwarded_for", "address"),
    [
        ("8.8.4.4", "", bytes([8, 8, 4, 4])),
        ("8.8.4.4", "203.0.113.9", bytes([8, 8, 4, 4])),
        ("127.0.0.1", "203.0.113.9", ONE),
        ("::1", "198.51.100.1, 203.0.113.9", ONE),
        ("10.0.0.7", "203.0.113.9", ONE),
        ("100.64.0.3", "203.0.113.9", ONE),
        ("", "203.0.113.9", ONE),
        ("127.0.0.1", "::ffff:203.0.113.9", ONE),
        ("127.0.0.1", "2001:67c:1:2::5", NETWORK),
        ("2001:67c:1:2:a:b:c:d", "", NETWORK),
        ("127.0.0.1", "", b""),
        ("", "", b""),
        ("127.0.0.1", "unknown", b""),
        ("127.0.0.1", "203.0.113.9:443", b""),
    ],
)
def test_a_proxy_is_believed_where_it_is_near(
    peer: str, forwarded_for: str, address: bytes
) -> None:
    assert visitor_address(peer, forwarded_for) == address
