"""What was said in others' talks, plans, appeals and questions reaches nobody's browser: every byte that the
server sends, on a cold server and on one where those whose business it is have just looked."""

import json

import pytest

from data.database import Database
from data.demo import appeals, growth, said
from data.stores.growth import talk_store
from tests.branch import copied
from tests.browser.steps import leave, rest, signed_in, signed_in_as_manager

pytestmark = pytest.mark.browser

SECRETS = (
    *(text for talk in growth.TALKS for text in (talk.points.split("\n")[0], talk.advice)),
    *(what for _, what in growth.CAME),
    *(growth.WHY_CHANGED, growth.WHY_DECLINED),
    *(appeals.WAITING, appeals.DOUBTED, appeals.ANSWERED, appeals.TURNED_DOWN),
    *(question for _, _, question, _, for_all in said.QUESTIONS if not for_all),
)
ADDRESSES = (
    *("my-appeals?appeal=1", "appeals?appeal=1", "appeals?appeal=2", "attention", "attention?person=CM02"),
    *("scorecard?person=CM02", "handbook?question=1", "periods", "desk"),
)
UNCONCERNED = "CM45"


def forms(text):
    """A text as it may stand in what is sent: as it is, or in JSON."""
    return text.encode(), json.dumps(text)[1:-1].encode()


@pytest.fixture
def talked(whole_demo_file, tmp_path):
    """Whose talks there are in the invented branch."""
    db = Database.open(copied(whole_demo_file, tmp_path / "look.duckdb"))
    with db.read() as cursor:
        found = sorted({one.manager_id for one in talk_store.talks(cursor)})
    db.close()
    return found


@pytest.fixture
def heard(chromium):
    """A browser, and every byte that its pages were sent since it was last asked."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, locale="zh-CN")
    tab, bytes_ = context.new_page(), []

    def keep(payload):
        bytes_.append(payload if isinstance(payload, bytes) else payload.encode())

    tab.on("websocket", lambda socket: socket.on("framereceived", keep))

    def since():
        """Which of the secrets were sent."""
        sent, shown = b"".join(bytes_), tab.content()
        bytes_.clear()
        return [one for one in SECRETS if any(f in sent for f in forms(one)) or one in shown]

    yield tab, since
    context.close()


def visited(tab, server, addresses):
    for address in addresses:
        tab.goto(f"{server}/{address}")
        rest(tab)
        tab.wait_for_timeout(700)
    return tab.context.request.get(f"{server}/attachment/1").status


def test_what_was_said_to_one_reaches_no_other(heard, cold_server, talked):
    tab, since = heard
    growths = [f"growth?person={person}&period=2026-10" for person in talked]
    everywhere = [*growths, *ADDRESSES]
    assert UNCONCERNED not in talked
    tab.goto(cold_server)
    signed_in_as_manager(tab, UNCONCERNED)
    rest(tab)
    assert visited(tab, cold_server, everywhere) == 404 and since() == []
    leave(tab)
    signed_in(tab, "赵数据员")
    rest(tab)
    assert visited(tab, cold_server, everywhere) == 404 and since() == []
    leave(tab)
    # Those whose business it is look at everything: it is sent, and now the server knows it.
    signed_in(tab, "李行长")
    rest(tab)
    assert visited(tab, cold_server, [*growths, "appeals?appeal=1", "appeals?appeal=2"]) == 200
    assert len(since()) >= 8
    leave(tab)
    signed_in_as_manager(tab, UNCONCERNED)
    rest(tab)
    assert visited(tab, cold_server, everywhere) == 404 and since() == []
