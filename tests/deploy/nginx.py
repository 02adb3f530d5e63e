"""A real nginx with our site."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from tests.conftest import ROOT
from tests.deploy.proxies import free_port, wait_for

NGINX = shutil.which("nginx", path=os.environ.get("PATH", "") + ":/usr/sbin:/usr/local/sbin")

AROUND = """
pid {folder}/nginx.pid;
daemon off;
master_process off;
error_log stderr warn;
events {{ worker_connections 1024; }}
http {{
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/site.conf;
}}
"""


class Behind(NamedTuple):
    """A showcase behind a proxy: its address, and its folder of transcripts."""

    address: str
    transcripts: Path


@contextmanager
def start_nginx(behind: Behind, folder: Path) -> Iterator[str]:
    """The address of an nginx with deploy/nginx.conf before a showcase; it may report no error."""
    port = free_port()
    site = (ROOT / "deploy" / "nginx.conf").read_text()
    for ours, theirs in (
        ("server 127.0.0.1:8000;", f"server {behind.address.removeprefix('http://')};"),
        ("listen 80;", f"listen 127.0.0.1:{port};"),
        ("listen [::]:80;", ""),
        ("/var/log/nginx", str(folder)),
        ("/srv/showcase/transcripts", str(behind.transcripts)),
    ):
        assert ours in site
        site = site.replace(ours, theirs)
    (folder / "site.conf").write_text(site)
    (folder / "nginx.conf").write_text(AROUND.format(folder=folder))
    command = [str(NGINX), "-p", str(folder), "-c", str(folder / "nginx.conf")]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as process:
        wait_for(port)
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
        assert process.stderr
        assert process.stderr.read() == b""
