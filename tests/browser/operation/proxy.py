"""nginx with the configuration that ships, on ports and with a certificate of a test's own."""

import datetime as dt
import shutil
import socket
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from benchmarks.serving import free_port
from tests.places import ROOT

SITE = ROOT / "deploy" / "nginx" / "steelyard.conf"
FRAME = """\
worker_processes 1;
daemon off;
pid {place}/nginx.pid;
error_log {place}/error.log;
events {{ worker_connections 256; }}
http {{
    client_body_temp_path {place}/body;
    proxy_temp_path {place}/proxy;
    fastcgi_temp_path {place}/fastcgi;
    uwsgi_temp_path {place}/uwsgi;
    scgi_temp_path {place}/scgi;
    include {place}/steelyard.conf;
}}
"""


def program() -> str:
    """nginx, which `.ci/run` installs; it stands where not everybody's path leads."""
    found = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
    assert found, "no nginx: apt-get install nginx-light"
    return found


def certify(place: Path) -> None:
    """A key and a certificate for ``localhost``."""
    key, today = ec.generate_private_key(ec.SECP256R1()), dt.datetime.now(dt.UTC)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(today - dt.timedelta(days=1))
        .not_valid_after(today + dt.timedelta(days=2))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    kind, form = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    (place / "steelyard.crt").write_bytes(made.public_bytes(kind))
    (place / "steelyard.key").write_bytes(key.private_bytes(kind, form, serialization.NoEncryption()))


def written(place: Path, server: str, plain: int, safe: int) -> Path:
    """What ships, with nothing changed but addresses, files and the name; the file that nginx is given."""
    text = SITE.read_text(encoding="utf-8")
    for old, new, times in (
        ("127.0.0.1:8501", server.removeprefix("http://"), 1),
        ("    listen [::]:80;\n", "", 1),
        ("    listen [::]:443 ssl http2;\n", "", 1),
        ("listen 80;", f"listen 127.0.0.1:{plain};", 1),
        ("listen 443 ssl http2;", f"listen 127.0.0.1:{safe} ssl http2;", 1),
        ("steelyard.bank.example", "localhost", 2),
        ("/etc/nginx/tls", str(place), 2),
        ("/var/log/nginx", str(place), 1),
    ):
        assert text.count(old) == times, old
        text = text.replace(old, new)
    (place / "steelyard.conf").write_text(text, encoding="utf-8")
    frame = place / "nginx.conf"
    frame.write_text(FRAME.format(place=place), encoding="utf-8")
    certify(place)
    return frame


@contextmanager
def proxied(place: Path, server: str):
    """The addresses of the proxy in front of `server`: with TLS, and the one that leads there."""
    plain, safe = free_port(), free_port()
    command = [program(), "-p", str(place), "-c", str(written(place, server, plain, safe))]
    tried = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False)
    assert tried.returncode == 0, tried.stderr
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        # Its number is written by the try already, so it is asked itself.
        for _ in range(200):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", safe)) == 0:
                    break
            time.sleep(0.05)
        yield f"https://localhost:{safe}", f"http://localhost:{plain}"
    finally:
        process.terminate()
        process.wait()
