"""One person at the dashboard without a browser: the web socket, the cookie and the files that the page of a
browser would ask for, so that thirty of them fit on the machine that they load."""

from __future__ import annotations

import asyncio
import json
import random
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import websockets
from streamlit.proto.Alert_pb2 import Alert
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

SECONDS = 60.0
"""How long an answer may take before it counts as none."""
XSRF = "_streamlit_xsrf"


class Wrong(Exception):
    """The page answered with an error, or not at all."""


@dataclass
class Person:
    """A tab of `username` in the demo branch at `address`; `label` names the role in reports."""

    address: str
    username: str
    label: str
    socket: websockets.ClientConnection | None = None
    cookies: dict[str, str] = field(default_factory=dict)
    pages: dict[str, str] = field(default_factory=dict)
    """Address of a page in the navigation → its hash."""
    elements: list[Element] = field(default_factory=list)
    """What the last run drew."""
    states: dict[str, WidgetState] = field(default_factory=dict)
    query: str = ""
    page_hash: str = ""
    session: str = ""
    drawn_bytes: int = 0
    _run: list[Element] = field(default_factory=list)

    @property
    def page(self) -> str:
        """The address of the page on which the person is; empty where it is none of the navigation."""
        return next((name for name, number in self.pages.items() if number == self.page_hash), "")

    async def connect(self) -> None:
        """Open the page anew, as reloading does: another session of the server, the same cookies."""
        await self.disconnect()
        await asyncio.to_thread(self._fetch, "GET", "/_stcore/health")
        cookie = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        self.socket = await websockets.connect(
            self.address.replace("http", "ws", 1) + "/_stcore/stream",
            subprotocols=[websockets.Subprotocol("streamlit")],
            origin=websockets.Origin(self.address),
            additional_headers={"Cookie": cookie} if cookie else {},
            max_size=None,
            proxy=None,
        )
        self.states, self.pages, self.query, self.page_hash = {}, {}, "", ""

    async def disconnect(self) -> None:
        """Close the tab."""
        if self.socket is not None:
            await self.socket.close()
        self.socket = None

    async def sign_in(self) -> None:
        """Sign in from the demo's page, and fetch the cookie as the page's frame does."""
        if self.socket is None:
            await self.connect()
        await self.run()
        if self.username.lower().startswith("cm"):
            chosen = self.find("selectbox", "signin-manager")
            code = self.username.upper()
            option = next(o for o in chosen.selectbox.options if o.endswith(code))
            self.states[chosen.selectbox.id] = WidgetState(id=chosen.selectbox.id, string_value=option)
            await self.click("signin-manager-enter")
        else:
            await self.click(f"signin-{self.username}")
        await self._redeem()

    async def _redeem(self) -> None:
        for element in self.elements:
            if element.WhichOneof("type") != "bidi_component":
                continue
            told = _told(element)
            if told.get("ticket"):
                await asyncio.to_thread(
                    self._fetch, "PUT", told["door"], headers={"X-Ticket": told["ticket"]}
                )

    async def sign_out(self) -> None:
        """Leave, and give the cookie back."""
        await self.click("sign-out")
        door = next((told["door"] for e in self.elements if (told := _told(e)).get("left")), None)
        if door is None:
            raise Wrong("nobody was signed out")
        await asyncio.to_thread(self._fetch, "DELETE", door)
        self.cookies = {name: value for name, value in self.cookies.items() if name == XSRF}

    async def open(self, address: str) -> float:
        """Open the page at `address`; the seconds until it was drawn."""
        self.states, self.query, self.page_hash = {}, "", self.pages[address]
        return await self.run()

    async def click(self, key: str) -> float:
        """Press the button of that key."""
        button = self.find("button", key).button
        return await self.run(WidgetState(id=button.id, trigger_value=True))

    async def choose(self, key: str, option: str) -> float:
        """Pick `option` in the list of that key."""
        identity = self.find("selectbox", key).selectbox.id
        self.states[identity] = WidgetState(id=identity, string_value=option)
        return await self.run()

    def find(self, kind: str, key: str) -> Element:
        """The element of that kind whose key is `key`."""
        for element in self.elements:
            if element.WhichOneof("type") == kind and getattr(element, kind).id.endswith(f"-{key}"):
                return element
        raise Wrong(f"no {kind} {key} on {self.page or 'the page'}")

    def has(self, kind: str, key: str = "") -> bool:
        """Whether there is such an element."""
        return any(
            e.WhichOneof("type") == kind and (not key or getattr(e, kind).id.endswith(f"-{key}"))
            for e in self.elements
        )

    async def download(self) -> int:
        """Fetch one of the files that the page offers; its size in bytes."""
        offered = [
            e.download_button
            for e in self.elements
            if e.WhichOneof("type") == "download_button" and not e.download_button.disabled
        ]
        button = random.choice(offered)
        url = button.url
        if button.deferred_file_id:
            asked = BackMsg()
            asked.backend_operation_request.request_id = "download"
            asked.backend_operation_request.session_id = self.session
            asked.backend_operation_request.deferred_file.file_id = button.deferred_file_id
            await self._send(asked)
            answer = await self._until("backend_operation_response")
            if answer.backend_operation_response.error_msg:
                raise Wrong("a file was not made")
            url = answer.backend_operation_response.deferred_file.url
        return len(await asyncio.to_thread(self._fetch, "GET", url))

    async def upload(self, name: str, content: bytes) -> float:
        """Hand a file to the page's field for files; the seconds until the page had taken it in."""
        identity = next(e for e in self.elements if e.WhichOneof("type") == "file_uploader").file_uploader.id
        asked = BackMsg()
        asked.file_urls_request.request_id = "upload"
        asked.file_urls_request.file_names.append(name)
        asked.file_urls_request.session_id = self.session
        await self._send(asked)
        place = (await self._until("file_urls_response")).file_urls_response.file_urls[0]
        boundary = "7f3a-steelyard"
        body = (
            f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n'
            "Content-Type: text/csv\r\n\r\n"
        ).encode() + content
        headers = {
            "Content-Type": f"multipart/form-data; boundary={boundary}",
            "X-Xsrftoken": self.cookies.get(XSRF, ""),
        }
        end = f"\r\n--{boundary}--\r\n".encode()
        await asyncio.to_thread(self._fetch, "PUT", place.upload_url, body + end, headers)
        state = WidgetState(id=identity)
        taken = state.file_uploader_state_value.uploaded_file_info.add()
        taken.name, taken.size, taken.file_id = name, len(content), place.file_id
        taken.file_urls.CopyFrom(place)
        self.states[identity] = state
        return await self.run()

    async def run(self, *triggers: WidgetState) -> float:
        """Have the script run with what was chosen; the seconds until the page was drawn."""
        asked = BackMsg()
        asked.rerun_script.query_string = self.query
        asked.rerun_script.page_script_hash = self.page_hash
        asked.rerun_script.context_info.url = self.address
        asked.rerun_script.widget_states.widgets.extend([*self.states.values(), *triggers])
        start = time.perf_counter()
        self._run = []
        await self._send(asked)
        while True:
            message = await self._until("script_finished")
            if message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
                break
            if message.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
                raise Wrong("the script cannot be read")
        self.elements = self._run
        for element in self.elements:
            if element.WhichOneof("type") == "exception":
                raise Wrong(f"{self.page}: {element.exception.type}")
            if element.WhichOneof("type") == "alert" and element.alert.format == Alert.ERROR:
                raise Wrong(f"{self.page}: {element.alert.body[:120]}")
        return time.perf_counter() - start

    async def _send(self, message: BackMsg) -> None:
        if self.socket is None:
            raise Wrong("not connected")
        await self.socket.send(message.SerializeToString())

    async def _until(self, kind: str) -> ForwardMsg:
        """The next message of that kind; what comes before it is taken in."""
        if self.socket is None:
            raise Wrong("not connected")
        while True:
            try:
                raw = await asyncio.wait_for(self.socket.recv(), SECONDS)
            except TimeoutError:
                raise Wrong(f"{self.page}: no answer") from None
            message = ForwardMsg()
            message.ParseFromString(raw if isinstance(raw, bytes) else raw.encode())
            self.drawn_bytes += len(raw)
            self._take_in(message)
            if message.WhichOneof("type") == kind:
                return message

    def _take_in(self, message: ForwardMsg) -> None:
        kind = message.WhichOneof("type")
        if kind == "new_session":
            self._run = []
            self.session = message.new_session.initialize.session_id
            self.page_hash = message.new_session.page_script_hash
        elif kind == "navigation":
            self.pages = {
                p.url_pathname: p.page_script_hash
                for p in message.navigation.app_pages
                if not p.is_hidden and not p.is_default
            }
            self.page_hash = message.navigation.page_script_hash
        elif kind == "page_info_changed":
            self.query = message.page_info_changed.query_string
        elif kind == "delta":
            delta: Delta = message.delta
            if delta.WhichOneof("type") == "new_element":
                self._run.append(delta.new_element)

    def _fetch(
        self, method: str, path: str, body: bytes | None = None, headers: dict[str, str] | None = None
    ) -> bytes:
        asked = urllib.request.Request(  # noqa: S310 - our own server
            self.address + path, data=body, method=method, headers=headers or {}
        )
        if self.cookies:
            asked.add_header("Cookie", "; ".join(f"{n}={v}" for n, v in self.cookies.items()))
        asked.add_header("Origin", self.address)
        try:
            with urllib.request.urlopen(asked, timeout=SECONDS) as answer:  # noqa: S310 - our own server
                for line in answer.headers.get_all("Set-Cookie") or ():
                    name, _, value = line.partition(";")[0].partition("=")
                    self.cookies[name] = value
                return bytes(answer.read())
        except urllib.error.HTTPError as problem:
            raise Wrong(f"{method} {urlsplit(path).path.rsplit('/', 1)[0]}: {problem.code}") from None


def _told(element: Element) -> dict[str, str]:
    """What a component is told, where it is one that is told a JSON document."""
    if element.WhichOneof("type") != "bidi_component":
        return {}
    component = element.bidi_component
    text = component.json or component.mixed.json
    return json.loads(text) if text.startswith("{") else {}
