"""A browser for tests: asks an application directly, without a network, and keeps the cookies it is given."""

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.cookies import SimpleCookie


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    text: str

    def json(self):
        return json.loads(self.text)


class Browser:
    """Sends `headers` along with everything."""

    def __init__(self, app, **headers):
        self.app, self.headers, self.cookies = app, headers, {}

    def ask(self, method, path, body=b"", **headers):
        sent = {"host": "testserver", **self.headers, **headers}
        if self.cookies:
            sent["cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        path, _, query = path.partition("?")
        scope = {
            "type": "http",
            "method": method,
            "path": path,
            "query_string": query.encode(),
            "headers": [(k.replace("_", "-").lower().encode(), v.encode()) for k, v in sent.items()],
            "scheme": "http",
            "server": ("testserver", 80),
        }
        told = []

        async def receive():
            return {"type": "http.request", "body": body}

        async def send(message):
            told.append(message)

        # In a thread of its own: where a real browser's tests ran before, this one has a loop already.
        with ThreadPoolExecutor(1) as beside:
            beside.submit(asyncio.run, self.app(scope, receive, send)).result()
        found = {name.decode(): value.decode() for name, value in told[0]["headers"]}
        for name, cookie in SimpleCookie(found.get("set-cookie", "")).items():
            self.cookies[name] = cookie.value
            if cookie["max-age"] == "0":
                del self.cookies[name]
        return Answer(told[0]["status"], found, b"".join(m["body"] for m in told[1:]).decode())
