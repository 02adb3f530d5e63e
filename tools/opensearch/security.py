"""TLS and a password for a cluster: certificates by openssl, one user in place of the demonstration's."""

import json
import secrets
import shutil
import subprocess
from pathlib import Path

from tools.opensearch.access import Access
from tools.opensearch.engines import LocalEngine
from tools.opensearch.errors import EngineError
from tools.opensearch.homes import java_environ

USER = "showcase"
_DAYS = "2"
# OpenSearch reads keys in PKCS #8 alone (RFC 5208), which "openssl genpkey" writes.
_NAMES = ("node", "admin")
_OPENSSL_CONFIG = """\
[req]
distinguished_name = name
[name]
[ca]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
[node]
basicConstraints = CA:FALSE
keyUsage = critical, digitalSignature, keyEncipherment
extendedKeyUsage = serverAuth, clientAuth
subjectAltName = IP:127.0.0.1
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
[admin]
basicConstraints = CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = clientAuth
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
"""
_USERS = """\
_meta:
  type: internalusers
  config_version: 2
{user}:
  hash: {hash}
  reserved: false
  backend_roles: [admin]
  description: Whoever tests
"""


def secure_access(folder: Path) -> Access:
    """Make certificates in a folder, and a password that nobody had before; how to ask with them.

    Raises:
        EngineError: there is no openssl, or it failed.
    """
    ca = make_certificates(folder)
    return Access(ca, USER, secrets.token_urlsafe(16))


def make_certificates(folder: Path) -> Path:
    """Make ca.pem, node.pem and admin.pem with their keys (ca-key.pem ...); the path of ca.pem.

    The node's is for 127.0.0.1. All are valid for two days.

    Raises:
        EngineError: there is no openssl, or it failed.
    """
    folder.mkdir(parents=True)
    (folder / "openssl.cnf").write_text(_OPENSSL_CONFIG, "utf-8")
    for name in ("ca", *_NAMES):
        _openssl(folder, "genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048",
                 "-out", f"{name}-key.pem")  # fmt: skip
    _openssl(folder, "req", "-x509", "-new", *_request("ca"), "-extensions", "ca", "-days", _DAYS,
             "-out", "ca.pem")  # fmt: skip
    for name in _NAMES:
        _openssl(folder, "req", "-new", *_request(name), "-out", f"{name}.csr")
        _openssl(folder, "x509", "-req", "-in", f"{name}.csr", "-CA", "ca.pem", "-CAkey", "ca-key.pem",
                 "-CAcreateserial", "-days", _DAYS, "-extfile", "openssl.cnf", "-extensions", name,
                 "-out", f"{name}.pem")  # fmt: skip
    return folder / "ca.pem"


def _request(name: str) -> list[str]:
    return ["-key", f"{name}-key.pem", "-subj", f"/CN={name}", "-config", "openssl.cnf"]


def _openssl(folder: Path, *arguments: str) -> None:
    openssl = shutil.which("openssl")
    if openssl is None:
        message = "There is no openssl to make certificates: install it (on Debian: apt-get install openssl)."
        raise EngineError(message)
    done = subprocess.run(
        [openssl, *arguments], cwd=folder, capture_output=True, text=True, check=False
    )
    if done.returncode:
        message = f"openssl {arguments[0]} failed: {done.stderr.strip()}"
        raise EngineError(message)


def security_settings() -> dict[str, object]:
    """Settings of a node with TLS between nodes and to clients; its certificates are in its config folder."""
    files = {
        "pemcert_filepath": "node.pem",
        "pemkey_filepath": "node-key.pem",
        "pemtrustedcas_filepath": "ca.pem",
    }
    tls = {
        f"plugins.security.ssl.{layer}.{name}": file
        for layer in ("transport", "http")
        for name, file in files.items()
    }
    return {
        **tls,
        "plugins.security.ssl.http.enabled": True,
        # Nodes know each other by their certificates' names (nodes_dn).
        "plugins.security.ssl.transport.enforce_hostname_verification": False,
        "plugins.security.authcz.admin_dn": ["CN=admin"],
        "plugins.security.nodes_dn": ["CN=node"],
        "plugins.security.allow_default_init_securityindex": True,
    }


def write_security(config: Path, certificates: Path, hashed: str) -> None:
    """Give a node's config folder its certificates and the one user with this hash of a password."""
    for name in ("ca.pem", "node.pem", "node-key.pem"):
        shutil.copy2(certificates / name, config / name)
    users = config / "opensearch-security" / "internal_users.yml"
    users.write_text(_USERS.format(user=USER, hash=json.dumps(hashed)), "utf-8")


def hash_password(engine: LocalEngine, password: str) -> str:
    """The hash of a password, by the plugin's own program.

    Raises:
        EngineError: the program failed.
    """
    program = engine.home / "plugins" / "opensearch-security" / "tools" / "hash.sh"
    environ = {**java_environ(engine), "NEW_PASSWORD": password}
    done = subprocess.run(
        ["bash", program, "-env", "NEW_PASSWORD"],
        env=environ,
        capture_output=True,
        text=True,
        check=False,
    )
    lines = [line for line in done.stdout.splitlines() if line.startswith("$2")]
    if done.returncode or not lines:
        message = (
            f"The security plugin hashed no password: {done.stderr.strip() or done.stdout.strip()}"
        )
        raise EngineError(message)
    return lines[-1]
