"""Names, reasons and files are shown as they were typed: nothing of the data becomes Markdown."""

import dataclasses

import pytest
from markdown_it import MarkdownIt

from access import audit, demo
from scoring import Scheme
from scoring.periods import parse_period
from tests.branch import (
    COMING,
    GAO,
    LI,
    MEMBERS,
    NING,
    SECOND_VERSION,
    TANG,
    begun,
    later,
    more_risk,
    weights,
)
from tests.pages.visits import addresses, open_page
from words.text import literal
from workflow import schemes
from workflow.adoption import lifecycle
from workflow.intake import corrections, sampling
from workflow.results import publishing, scores
from workflow.weighing import rounds, scenarios, simulation

ZHAO, WANG = demo.STAFF[4:6]
SPELLS = ("![i](http://127.0.0.1:9/x.png)", "$x$", ":red[r]", "**b**", "`c`", "~~s~~", "[l](http://x)", "<u>")
HOSTILE = " ".join(SPELLS)
ALSO = ("# head", "- item", "1. one", "| a | b |", "&amp;", "\\*x\\*", "a_b_c", "***", "> q", "a\nb")


@pytest.mark.parametrize("text", [*SPELLS, *ALSO, HOSTILE])
def test_markdown_shows_it_as_typed(text):
    (_, inline, _) = MarkdownIt("commonmark").parse(literal(text))
    shown = "".join(child.content for child in inline.children)
    assert {child.type for child in inline.children} <= {"text", "text_special"}
    assert shown.replace("\u2060", "") == " ".join(text.split())


def renamed(scheme: Scheme) -> Scheme:
    """The scheme with typed names."""
    names = {"zh": f"方案 {HOSTILE}", "en": f"Scheme {HOSTILE}"}
    indicators = tuple(
        dataclasses.replace(i, name={lang: f"{name} {HOSTILE}" for lang, name in i.name.items()})
        for i in scheme.indicators
    )
    return dataclasses.replace(scheme, name=names, indicators=indicators)


def hostile(db) -> None:
    """The branch with spells in everything that people type."""
    tomls = {i.reference: renamed(i.scheme).to_toml() for i in schemes.stored(db)}

    def rename(cursor) -> None:
        for table, columns in (
            ("person_record", ("name", "name_en")),
            ("team_record", ("name", "name_en")),
            ("indicator", ("name_zh", "name_en")),
        ):
            for column in columns:
                cursor.execute(f"UPDATE {table} SET {column} = {column} || ' ' || ?", [HOSTILE])
        for reference, toml in tomls.items():
            cursor.execute(
                "UPDATE scheme_version SET toml = ? WHERE code = ? AND version = ?", [toml, *reference]
            )
        cursor.execute("UPDATE setting SET value = value || ? WHERE key LIKE 'name_%'", [HOSTILE])
        cursor.execute("DELETE FROM period_event")
        audit.append(cursor, GAO, "rename", "", {})

    db.write(rename)
    codes = [p.code for p in scores.periods(GAO, db)]
    publishing.publish(GAO, db, parse_period(codes[-2]))
    publishing.reopen(GAO, db, parse_period(codes[-2]), HOSTILE)
    start = begun(db)
    scenarios.keep(GAO, db, start.scheme, more_risk(start), HOSTILE)
    closed = rounds.open_round(GAO, db, SECOND_VERSION, HOSTILE, later(), MEMBERS)
    for member, points in ((GAO, 12.0), (NING, 14.0), (TANG, 30.0)):
        rounds.hand_in(member, db, closed, weights(db, R01=points))
    rounds.open_round(GAO, db, SECOND_VERSION, HOSTILE, later(), MEMBERS)
    reference = simulation.save_draft(GAO, db, start, more_risk(start), HOSTILE)
    lifecycle.propose(GAO, db, reference, COMING, HOSTILE)
    lifecycle.comment(GAO, db, reference, HOSTILE)
    corrections.value(ZHAO, db, "CM05", codes[-1], "R01", 4.9, HOSTILE)
    sample = sampling.draw(ZHAO, db, codes[-1], 5, seed=1)
    items = sampling.findings(ZHAO, db, sample).items
    wrong = [(int(r.item), float(r.value) + 1, HOSTILE) for r in items.itertuples()]
    sampling.check(ZHAO, db, sample, wrong)


def drawn(app) -> list[str]:
    """Everything on the page that Streamlit reads as Markdown."""
    said = ("title", "header", "subheader", "markdown", "caption", "success", "info", "warning", "error")
    named = ("button", "selectbox", "multiselect", "toggle", "checkbox", "metric", "expander", "text_input")
    values = [str(e.value) for kind in said for e in app.get(kind)]
    return values + [e.label for kind in (*named, "text_area", "select_slider") for e in app.get(kind)]


def as_typed(app, where) -> int:
    """How often the page shows typed text; none of it may work as Markdown."""
    assert not app.exception, (where, [e.value for e in app.exception])
    found = drawn(app)
    raw = [(where, text) for text in found for spell in SPELLS[:3] + SPELLS[4:7] if spell in text]
    assert raw == []
    # Our own emphasis is allowed around what was typed, never from it.
    assert [text for text in found if "**b**" in text.replace("\\*", "")] == []
    return sum(literal(SPELLS[0]) in text for text in found)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_page_shows_what_was_typed(db, visit, lang, monkeypatch):
    staff = [dataclasses.replace(a, display_name=f"{a.display_name} {HOSTILE}") for a in demo.STAFF]
    monkeypatch.setattr(demo, "STAFF", tuple(staff))
    hostile(db)
    seen = {}
    manager = next(a for a in demo.actors(db) if a.manager_id == "CM05")
    for actor in (*staff, manager):
        app = visit(actor, addresses(actor)[0], lang)
        for address in addresses(actor):
            app = open_page(app, address)
            where = (actor.username, address)
            seen[where] = as_typed(app, where)
            if address == "weight-lab":
                app.button("lab-firm").click().run()
                app.text_input("lab-scenario-name").set_value(HOSTILE)
                app.button("lab-keep-do").click().run()  # refused: the name is taken
                seen[where, "asked"] = as_typed(app, where)
            if address == "rounds":
                app.selectbox("round-chosen-2").set_value(1).run()
                seen[where, "closed"] = as_typed(app, where)
    shown = {page for page, count in seen.items() if count}
    wanted = [
        (LI.username, a) for a in ("leaderboard", "scorecard", "trends", "validity", "schemes", "periods")
    ]
    wanted += [(WANG.username, "desk"), ((GAO.username, "weight-lab"), "asked")]
    wanted += [(GAO.username, "rounds"), ((GAO.username, "rounds"), "closed")]
    assert set(wanted) <= shown
