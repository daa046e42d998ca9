"""Servers of their own, for whoever looks at the dashboard from outside."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parent.parent
SECONDS = 60.0
"""How long a server may take to answer."""


def free_port() -> int:
    """A port of this machine that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def answering(address: str, path: str = "/_stcore/health") -> str:
    """`address`, once the server there answers at `path`; TimeoutError where it does not."""
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        try:
            urllib.request.urlopen(f"{address}{path}", timeout=1)  # noqa: S310 - our own server
            return address
        except (urllib.error.URLError, OSError):
            time.sleep(0.05)
    raise TimeoutError(address)


@contextmanager
def served(
    script: str,
    database: Path,
    *,
    program: tuple[str, ...] = ("-m", "streamlit"),
    port: int | None = None,
    variables: Mapping[str, str] | None = None,
) -> Iterator[str]:
    """The address of a server for `script`, started as one does by hand, at any free port unless one is
    given, with `variables` of its environment besides ours."""
    port = port or free_port()
    process = subprocess.Popen(
        [sys.executable, *program, "run", script, "--server.port", str(port)],
        cwd=ROOT,
        env={**os.environ, "STEELYARD_DB": str(database), **(variables or {})},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield answering(f"http://127.0.0.1:{port}")
    finally:
        process.kill()
        process.wait()
