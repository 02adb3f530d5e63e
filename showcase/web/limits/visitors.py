"""Which address a request comes from, for limits alone: it is hashed at once, and written nowhere."""

from ipaddress import IPv4Address, IPv6Address, ip_address

# A household or an office has so much of IPv6, and its devices change their addresses within.
_IPV6_NETWORK_BYTES = 8


def visitor_address(peer: str, forwarded_for: str) -> bytes:
    """The bytes of a visitor's address, of IPv6 those of its network; nothing where nobody knows it.

    Args:
        peer: the other end of the connection; "" for a Unix socket.
        forwarded_for: X-Forwarded-For, in which a proxy adds the visitor's address as the last one. It is
            believed where the peer is this machine or in a private network.
    """
    connected = _parse_address(peer)
    if connected is not None and connected.is_global:
        return _network(connected)
    visitor = _parse_address(forwarded_for.rpartition(",")[2])
    return _network(visitor) if visitor is not None else b""


def _parse_address(text: str) -> IPv4Address | IPv6Address | None:
    try:
        address = ip_address(text.strip())
    except ValueError:
        return None
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return mapped or address


def _network(address: IPv4Address | IPv6Address) -> bytes:
    packed = address.packed
    return packed if isinstance(address, IPv4Address) else packed[:_IPV6_NETWORK_BYTES]
