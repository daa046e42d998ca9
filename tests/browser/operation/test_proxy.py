"""The dashboard behind nginx as it ships: TLS, web socket, closed doors, large files, cookies, its log."""

import ssl
from http.client import HTTPConnection, HTTPSConnection

import pytest
from playwright.sync_api import expect

from tests.branch import copied
from tests.browser.operation.proxy import proxied
from tests.browser.steps import rest, signed_in

pytestmark = pytest.mark.browser
LARGEST = 60 * 10**6
"""A megabyte is a million bytes to the field that a file is dropped on."""


@pytest.fixture
def proxy(demo_file, serve, tmp_path):
    server = serve(copied(demo_file, tmp_path / "branch.duckdb"))
    place = tmp_path / "nginx"
    place.mkdir()
    with proxied(place, server) as (safe, plain):
        yield safe, plain, place / "steelyard.log"


@pytest.fixture
def tab(chromium, proxy):
    """A page behind the proxy; the test fails on what the browser complains of or asks of other hosts."""
    context = chromium.new_context(ignore_https_errors=True, locale="zh-CN")
    page, wrong = context.new_page(), []
    page.set_default_timeout(60_000)
    page.on("console", lambda m: wrong.append(m.text) if m.type == "error" else None)
    page.on("request", lambda r: r.url.startswith((proxy[0], "data:", "blob:")) or wrong.append(r.url))
    yield page
    assert wrong == []
    context.close()


def asked(address, path, method="GET", **headers):
    """Status, headers and text of an answer; it leads nowhere by itself."""
    kind, _, place = address.partition("://")
    if kind == "https":
        trusting = ssl.create_default_context()
        trusting.check_hostname, trusting.verify_mode = False, ssl.CERT_NONE
        connection = HTTPSConnection(place, context=trusting, timeout=60)
    else:
        connection = HTTPConnection(place, timeout=60)
    connection.request(method, path, headers=headers)
    answer = connection.getresponse()
    return answer.status, answer.headers, answer.read().decode()


def test_people_work_behind_it(tab, proxy, tmp_path):
    safe, _, log = proxy
    sockets = []
    tab.on("websocket", lambda socket: sockets.append(socket.url))
    tab.goto(f"{safe}/desk?lang=zh")
    signed_in(tab, "赵数据员")
    expect(tab.get_by_role("button", name="退出登录")).to_be_visible()
    assert sockets and all(url.startswith("wss://") for url in sockets)
    # Ours and Streamlit's own.
    cookies = {cookie["name"]: cookie for cookie in tab.context.cookies()}
    assert any(name.startswith("steelyard_") for name in cookies)
    assert [name for name, cookie in cookies.items() if not cookie["secure"]] == []

    rest(tab)
    large = tmp_path / "large.csv"
    large.write_bytes(b"\0" * LARGEST)
    taken = tab.expect_response(
        lambda r: "/upload_file/" in r.url and r.request.method == "PUT", timeout=240_000
    )
    with taken as put:
        tab.locator('input[type="file"]').first.set_input_files(large)
    assert put.value.status == 204

    tab.reload()
    expect(tab.get_by_role("button", name="退出登录")).to_be_visible()
    lines = log.read_text()
    assert "/desk" in lines and "lang=zh" not in lines and "?" not in lines


def test_what_is_nobodys_business_is_closed(proxy):
    safe, _, log = proxy
    for path in (
        "/_stcore/metrics",
        "/_stcore/script-health-check",
        "/_stcore/agent/mcp",
        "/_stcore/agent/interact",
        "/_stcore/agent/openapi.json",
    ):
        assert asked(safe, path)[0] == 404
    # Streamlit's pages ask for these before anything else.
    for path in ("/_stcore/health", "/_stcore/host-config"):
        assert asked(safe, path)[0] == 200
    status, _, text = asked(safe, "/healthz")
    assert (status, text) == (200, '{"status":"ok"}')
    # Nobody says for himself that no proxy stands between.
    assert asked(safe, "/healthz", **{"X-Forwarded-For": ""})[2] == '{"status":"ok"}'
    asked(safe, "/r/secret-of-somebody")
    asked(safe, "/p/secret-of-somebody")
    assert "secret-of-somebody" not in log.read_text()


def test_headers_hold_whatever_answers(proxy):
    safe = proxy[0]
    for path in ("/", "/leaderboard", "/_stcore/metrics", "/r/nobody"):
        headers = asked(safe, path)[1]
        assert headers["Strict-Transport-Security"] == "max-age=31536000"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert "frame-ancestors 'self'" in headers.get_all("Content-Security-Policy")[-1]
        assert headers["Server"] == "nginx"
    too_large = {"Content-Length": str(64 * 2**20)}
    assert asked(safe, "/_stcore/upload_file/x/y", "PUT", **too_large)[0] == 413


def test_without_tls_there_is_a_way_and_nothing_else(proxy):
    status, headers, _ = asked(proxy[1], "/scorecard?person=CM01")
    assert (status, headers["Location"]) == (301, "https://localhost/scorecard?person=CM01")
