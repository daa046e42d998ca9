"""Every page for every role, in both languages, whatever the state of the newest period, read twice."""

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from access import demo, sessions
from access.actor import Actor
from access.permissions import ROLES, allowed
from data.database import shared
from data.demo.ratings import SAID
from shell.context import LANGUAGE_KEY
from shell.navigation import ENTRIES
from tests.branch import GAO, LI
from tests.pages.every.shown import shown
from tests.pages.every.states import NEW, STATES, database
from tests.pages.visits import open_page
from tests.places import ROOT
from tests.sentences import incomplete
from words.text import text_for
from workflow.growth import ladder

PEOPLE = {
    "president": LI,
    "committee": GAO,
    "manager": Actor("cm05", "manager", "CM05", "某人"),
    "data-officer": Actor("data.zhao", "data-officer", display_name="赵数据员"),
    "hr": Actor("hr.sun", "hr", display_name="孙人事"),
    "auditor": Actor("audit.lu", "auditor", display_name="陆审计"),
    "admin": Actor("root", "admin", display_name="管理员甲"),
}
STAFF = {person.display_name for person in demo.STAFF}
SEALED = "\n".join(text for texts in SAID.values() for text in texts)
"""What raters of the invented branch wrote: no database holds it in the clear."""
LADDER = ladder.SHIPPED.read_text(encoding="utf-8")
"""What those who keep the ladder begin to write from, in both languages."""
NAMES = "\n".join(person.display_name for person in (*demo.STAFF, *PEOPLE.values()))
CHINESE = re.compile(r"[\u3400-\u9fff]+")
ENGLISH = re.compile(r"[A-Za-z]{2,}(?: [A-Za-z]{2,}){2,}")
OWN_NAMES = {"中文", "支行"}
"""The language's own name in the switch, and the end of what a branch is called until it is given a name."""
COMMAND = re.compile(r"python manage\.py [a-z]+ [a-z]+")
HYPHEN = re.compile(r"(?:^|[^\w.)/-])-\d")
"""A minus written as the hyphen of a keyboard, which breaks away from its figure."""
SENTENCES = ("title", "header", "subheader", "caption", "info", "success", "warning", "error")
LOWER = re.compile(r"^(?![0-9a-f]{64}$)(?:[*#\s>-]|:[a-z-]+\[)*[a-z]")
"""A sentence that begins in lower case; a hash, which may begin with a letter, is none."""
ADDRESSES = {entry.address for entry in ENTRIES}
"""Links hand over where they lead."""
KEY = re.compile(r"(?<![\w/.@-])[a-z]+(?:-[a-z0-9]+)+(?![\w/.@-])")


@pytest.fixture(scope="session")
def kept(demo_file, tmp_path_factory):
    """State → (path, all text in it); made when first asked for, open until the worker ends."""
    folder, made = tmp_path_factory.mktemp("states"), {}

    def get(state: str) -> tuple[Path, str]:
        if state not in made:
            path = database(state, demo_file, folder)
            made[state] = (path, stored_text(path))
        return made[state]

    yield get
    for path, _ in made.values():
        shared(path).close()


def stored_text(path: Path) -> str:
    """Every text in the database: names, files, reasons, schemes."""
    with shared(path).read() as cursor:
        columns = cursor.execute(
            """
            SELECT table_name, column_name FROM information_schema.columns
            WHERE table_schema = 'main'
                AND (data_type = 'VARCHAR' OR (table_name, column_name) = ('talk', 'actions'))
            """
        ).fetchall()
        found = []
        for table, column in columns:
            found += cursor.execute(f'SELECT DISTINCT "{column}"::VARCHAR FROM "{table}"').fetchall()
    return "\n".join(text for (text,) in found if text)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("state", [*STATES, NEW])
def test_every_page_stands(kept, monkeypatch, state, role, lang):
    path, data = kept(state)
    monkeypatch.setenv("STEELYARD_DB", str(path))
    actor = PEOPLE[role]
    app = signed_in(
        AppTest.from_file(str(ROOT / "shell" / "dashboard.py"), default_timeout=60), actor, lang
    ).run()
    faults = []
    for entry in ENTRIES:
        if allowed(actor, entry.action, actor.manager_id):
            open_page(app, entry.address)
            first = shown(app)
            found = wrong(app, first, lang, f"{data}\n{NAMES}\n{SEALED}\n{LADDER}")
            if shown(app.run()) != first:
                found.append("the second look is another")
            faults += [f"{entry.address}: {fault}" for fault in found]
        # What is refused is refused before anything of the branch is read: one state stands for all.
        elif state == next(iter(STATES)):
            with pytest.raises(ValueError, match="page"):
                app.switch_page(str(ROOT / entry.script))
            faults += closed(entry, actor, lang)
    assert not faults, "\n".join(faults)


def signed_in(app: AppTest, actor: Actor, lang: str) -> AppTest:
    """The app with `actor` signed in, not run yet."""
    sessions.begin(app.session_state, actor)
    app.session_state[LANGUAGE_KEY] = lang
    return app


def wrong(app: AppTest, texts: list[str], lang: str, data: str) -> list[str]:
    """What is wrong with the page that `app` is on."""
    t = text_for(lang)
    faults = [f"exception {e.value}" for e in app.exception]
    faults += [f"error box {e.value}" for e in app.error]
    titles = [e.value for e in app.title]
    if len(titles) != 1 or bool(CHINESE.search(titles[0])) != (lang == "zh"):
        faults.append(f"titles {titles}")
    if lang == "en":
        begun = [str(e.value) for kind in SENTENCES for e in app.get(kind)]
        faults += [f"begins in lower case: {text[:120]!r}" for text in begun if LOWER.search(text)]
    own = set(CHINESE.findall(data)) | OWN_NAMES
    for text in texts:
        plain = COMMAND.sub("", text.replace("\\", "").replace("\u2060", ""))
        faults += [f"key {k} in {text!r}" for k in KEY.findall(plain) if t.has(k) and k not in data]
        # A sentence that is in no catalogue is shown by its key.
        if KEY.fullmatch(plain) and plain not in data and plain not in ADDRESSES:
            faults.append(f"no such sentence {text!r}")
        if HYPHEN.search(plain) and plain not in data:
            faults.append(f"hyphen for a minus in {text[:120]!r}")
        if incomplete(text) and plain not in data:
            faults.append(f"a part is missing in {text[:120]!r}")
        if "{ $" in plain or "{$" in plain:
            faults.append(f"unfilled {text!r}")
        if lang == "en":
            faults += [
                f"Chinese {w} in {text[:120]!r}" for w in CHINESE.findall(plain) if w not in own or w in STAFF
            ]
        else:
            faults += [f"English {w!r} in {text[:120]!r}" for w in ENGLISH.findall(plain) if w not in data]
    return faults


def closed(entry, actor: Actor, lang: str) -> list[str]:
    """What of the page somebody sees who may not open it, should its script be run all the same."""
    app = signed_in(AppTest.from_file(str(ROOT / entry.script), default_timeout=60), actor, lang).run()
    refusal = text_for(lang)("signin-not-allowed")
    texts = shown(app)
    return [] if texts == [refusal] and not app.exception else [f"{entry.address}, closed: {texts[:5]}"]
