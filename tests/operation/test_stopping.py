"""A server that is stopped in order leaves everything in its file."""

import asyncio
import os
import signal
import subprocess
import sys

from benchmarks.serving import answering, free_port
from benchmarks.visit import visit
from tests.branch import copied
from tests.places import ROOT


def test_what_was_done_stands_in_the_file_itself(demo_file, tmp_path):
    path, port = copied(demo_file, tmp_path / "branch.duckdb"), free_port()
    server = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)],
        cwd=ROOT,
        env={**os.environ, "STEELYARD_DB": str(path)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        asyncio.run(visit(answering(f"http://127.0.0.1:{port}", "/healthz")))
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(timeout=90)
    assert not path.with_name(f"{path.name}.wal").exists()
    log = path.with_name(f"{path.name}.log").read_text(encoding="utf-8")
    assert '"event":"stopped"' in log and '"level":"error"' not in log
