"""Names, reasons and files are shown as they were typed: nothing of the data becomes Markdown."""

import dataclasses
import datetime as dt
import itertools
import re

import pytest
from markdown_it import MarkdownIt

from access import audit, delegation, demo
from access.actor import Actor
from access.permissions import Action
from data import clock
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
from tests.pages.every.shown import charts, markdown
from tests.pages.visits import addresses, open_page
from tests.workflow.reviews import campaign as steps
from tests.workflow.rewards import steps as pay
from words.text import literal
from workflow import schemes
from workflow.adoption import lifecycle
from workflow.asked import comments, questions
from workflow.drafting import sketches
from workflow.growth import ladder, plans, talks, training
from workflow.growth.talks import Agreed, Came
from workflow.intake import corrections, sampling
from workflow.results import publishing, scores
from workflow.reviews import calibration, campaigns, drawing, forms
from workflow.rewards import holding
from workflow.rewards.clawback import clawing, objecting
from workflow.weighing import rounds, scenarios, simulation

ZHAO, WANG = demo.STAFF[4:6]
SPELLS = ("![i](http://127.0.0.1:9/x.png)", "$x$", ":red[r]", "**b**", "`c`", "~~s~~", "[l](http://x)", "<u>")
BIDI = "\u202e"
"""Turns the reading direction of all that follows round."""
HOSTILE = " ".join((*SPELLS, BIDI, "a\u200bb"))
READER = MarkdownIt("commonmark").enable(["strikethrough", "table"])
ALSO = ("# head", "- item", "1. one", "| a | b |", "&amp;", "\\*x\\*", "a_b_c", "***", "> q", "a\nb")


@pytest.mark.parametrize("text", [*SPELLS, *ALSO, HOSTILE])
def test_markdown_shows_it_as_typed(text):
    (_, inline, _) = MarkdownIt("commonmark").parse(literal(text))
    shown = "".join(child.content for child in inline.children)
    assert {child.type for child in inline.children} <= {"text", "text_special"}
    assert shown.replace("\u2060", "") == " ".join(text.replace(BIDI, "").replace("\u200b", "").split())


TYPED = {
    **{table: ("reason",) for table in ("measured", "targeted")},
    **{table: ("why",) for table in ("batch_event", "period_event", "round_event", "scheme_event")},
    "review_case_event": ("why",),
    "review_case": ("question",),
    "review_case_member": ("display_name",),
    **{table: ("note",) for table in ("handover", "sample_check", "scheme_version", "weight_trial")},
    "account": ("display_name",),
    "appeal": ("says",),
    "appeal_attachment": ("name",),
    "appeal_event": ("why",),
    "calendar_day": ("name", "name_en", "why"),
    "calendar_year": ("source",),
    "talk": ("points", "advice"),
    "talk_event": ("says",),
    "plan_event": ("why",),
    "course": ("name", "name_en"),
    "course_event": ("why",),
    "ladder": ("why",),
    "batch_problem": ("column_name", "raw", "sheet"),
    "event": ("document", "reason"),
    "import_batch": ("file_name", "source"),
    "outcome": ("unit",),
    "person_record": ("name", "name_en", "position"),
    "team_record": ("name", "name_en"),
    "indicator": ("name_zh", "name_en", "unit"),
    **{
        table: ("why",) for table in ("review_campaign_event", "review_assignment_event", "review_link_event")
    },
    "review_campaign": ("name",),
    "round_member": ("display_name",),
    "sample_item": ("team",),
    "scenario": ("name", "note"),
    "receipt": ("remark",),
    "scheme_sketch_step": ("title",),
    "source_mapping": ("heading", "source"),
    "weighting_round": ("question",),
    "comment_answer": ("says",),
    "question": ("says",),
    "question_event": ("says",),
    "pay_run": ("note",),
    "pay_run_event": ("why",),
    "risk_check": ("findings", "evidence"),
    "risk_check_event": ("why",),
    "clawback_attachment": ("name",),
    "clawback_event": ("why",),
    "delegation": ("why",),
    "delegation_event": ("why",),
}
"""What people type, by table; `hostile` adds the rest of it by doing what people do."""
NOT_TYPED = re.compile(
    r"\.(code|decision|kind|kinds|period|key|status|state|severity|rule|finding|outcome|engine|direction|measure|method)$"
    r"|_(id|code|sha256|hash|by)$|sha256$|\.(actor|username|hash|effective_from|dimension)$"
    r"|^(audit|seal|schema_version|account_event)\."
    # An event's identity and an email are shown nowhere; aliases are compared, a version is its own TOML.
    r"|^event\.identity$|\.email$|^indicator\.aliases$|^scheme_version\.toml$|^scheme_sketch_step\.toml$|^setting\.value$"
    r"|^ledger_entry\.(document|line|debit|credit)$|^risk_check\.verdict$"
    r"|^appeal\.subject$|^(appeal|clawback)_attachment\.media$|^result_difference\.grade_(before|after)$"
    r"|^ladder\.toml$|\.baseline_period$"
    r"|^delegation\.(giver|taker)$|^sign_in_end\.why$|^weight_trial\.gesture$|\.rater(_group)?$|^review_case_event\.item$"
)


def test_every_column_of_text_is_known_to_be_typed_or_not(db):
    with db.read() as cursor:
        rows = cursor.execute(
            """SELECT table_name, column_name FROM information_schema.columns JOIN information_schema.tables
               USING (table_schema, table_name)
               WHERE data_type = 'VARCHAR' AND table_schema = 'main' AND table_type = 'BASE TABLE'"""
        ).fetchall()
    typed = {f"{table}.{column}" for table, columns in TYPED.items() for column in columns}
    columns = {f"{table}.{column}" for table, column in rows}
    assert {one for one in columns - typed if not NOT_TYPED.search(one)} == set()
    assert typed <= columns


def renamed(scheme: Scheme) -> Scheme:
    """The scheme with typed names."""
    names = {"zh": f"方案 {HOSTILE}", "en": f"Scheme {HOSTILE}"}
    indicators = tuple(
        dataclasses.replace(
            i,
            name={lang: f"{name} {HOSTILE}" for lang, name in i.name.items()},
            unit=f"{i.unit} {HOSTILE}",
            source=f"{i.source} {HOSTILE}",
            cut_off=f"{i.cut_off} {HOSTILE}",
        )
        for i in scheme.indicators
    )
    pay = tuple(dataclasses.replace(line, name=names) for line in scheme.pay)
    return dataclasses.replace(scheme, name=names, indicators=indicators, pay=pay)


def hostile(db) -> None:
    """The branch with spells in everything that people type."""
    reviews(db)
    tomls = {i.reference: renamed(i.scheme).to_toml() for i in schemes.stored(db)}

    def rename(cursor) -> None:
        for table, columns in TYPED.items():
            for column in columns:
                cursor.execute(
                    f"UPDATE {table} SET \"{column}\" = coalesce(\"{column}\", '') || ' ' || ?", [HOSTILE]
                )
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
    grown(db, publishing.publish(GAO, db, parse_period(codes[-3])).period)
    recovered(db, parse_period(codes[-3]))
    start = begun(db)
    sketches.begin(GAO, db, renamed(start.scheme).to_toml(), SECOND_VERSION)
    scenarios.keep(GAO, db, start.scheme, more_risk(start), HOSTILE)
    closed = rounds.open_round(GAO, db, SECOND_VERSION, HOSTILE, later(), MEMBERS)
    for member, points in ((GAO, 12.0), (NING, 14.0), (TANG, 30.0)):
        rounds.hand_in(member, db, closed, weights(db, R01=points))
    rounds.open_round(GAO, db, SECOND_VERSION, HOSTILE, later(), MEMBERS)
    reference = simulation.save_draft(GAO, db, start, more_risk(start), HOSTILE)
    lifecycle.propose(GAO, db, reference, COMING, HOSTILE)
    comments.comment(GAO, db, reference, HOSTILE)
    comments.decide(NING, db, comments.comments(GAO, db, reference)[-1].event_id, "taken", HOSTILE)
    asked(db)
    corrections.value(ZHAO, db, "CM05", codes[-1], "R01", 4.9, HOSTILE)
    sample = sampling.draw(ZHAO, db, codes[-1], 5, seed=1)
    items = sampling.findings(ZHAO, db, sample).items
    wrong = [(int(r.item), float(r.value) + 1, HOSTILE) for r in items.itertuples()]
    sampling.check(ZHAO, db, sample, wrong)


def grown(db, code: str) -> None:
    """A talk, a plan and training of somebody after a posted result, and a ladder, with spells in each."""
    period, manager, until = parse_period(code), Actor("cm05", "manager", "CM05"), clock.today()
    course = training.add_course(LI, db, HOSTILE, f"{HOSTILE} en", 4, ["R01"])
    actions = [Agreed(HOSTILE, "manager", until)]
    talk = talks.record(LI, db, "CM05", period, until, f"{HOSTILE}\n{HOSTILE}", HOSTILE, actions, [course])
    talks.view_otherwise(manager, db, talk, HOSTILE)
    talks.follow_up(LI, db, talk, [Came("done", HOSTILE)])
    training.decline(manager, db, "CM05", course, HOSTILE)
    goal = plans.candidates(LI, db, "CM05", period)[0]
    wanted = [plans.Wanted(goal.indicator.code, goal.target, until, until)]
    plan = plans.draw_up(manager, db, "CM05", period, wanted)
    for who in (manager, LI):
        plans.sign(who, db, plan, 1)
    plans.change(LI, db, plan, 1, [dataclasses.replace(wanted[0], ends_on=dt.date(2100, 1, 1))], HOSTILE)
    needs = f"[[post.need]]\nwhen = 'TOTAL > 999'\nsays = '{HOSTILE}'"
    posts = "\n".join(f"[[post]]\nname = '{HOSTILE}'\nheld = '{held}'\n{needs}" for held in "低高")
    ladder.keep(GAO, db, ladder.held(GAO, db).version, posts, HOSTILE)


def asked(db) -> None:
    """Questions about the scheme in force: one that waits, one answered; a comment that was taken."""
    manager = next(a for a in demo.actors(db) if a.manager_id == "CM05")
    held = schemes.in_force(db, scores.periods(GAO, db)[-1].period).reference
    for article in (None, 3):
        number = questions.ask(manager, db, held, HOSTILE, article)
    questions.answer(GAO, db, number, HOSTILE, for_all=True)
    comments.comment(manager, db, held, HOSTILE)
    comments.decide(GAO, db, comments.comments(GAO, db, held)[-1].event_id, "partly", HOSTILE)
    today = clock.today()
    for _ in range(2):
        wanted = delegation.Wanted(GAO.username, (Action.VIEW_APPEALS,), today, today, HOSTILE)
        number = delegation.give(LI, db, wanted)
    delegation.end(LI, db, number, HOSTILE)


def recovered(db, period) -> None:
    """A check of deferred pay that waits, and a clawback that is objected to."""
    person, file = pay.PERSON, (f"{HOSTILE.replace('/', '')}.pdf", pay.PDF[1])
    for when in (pay.LONG_AGO, period.code):
        pay.granted(db, person, when)
    holding.check(GAO, db, person, pay.LONG_AGO, 1, "release", HOSTILE, HOSTILE)
    said = dict.fromkeys(("article", "evidence", "ground", "route"), HOSTILE)
    claim = pay.claim(db, signed_on=clock.today(), **said)
    number = clawing.open_(GAO, db, person, period, claim, [file])
    clawing.approve(NING, db, number)
    objecting.object_to(pay.manager(person), db, number, HOSTILE)


def reviews(db) -> None:
    """A campaign that is released and one that is open, with spells in what they ask and in what was said."""
    items = [
        dataclasses.replace(
            item,
            name={lang: f"{name} {HOSTILE}" for lang, name in item.name.items()},
            question={lang: f"{text} {HOSTILE}" for lang, text in item.question.items()},
            anchors=tuple({lang: f"{text} {HOSTILE}" for lang, text in a.items()} for a in item.anchors),
        )
        for item in forms.default_items()
    ]
    released = said(db, "CM05", items)
    drawing.release(LI, db, released)
    drawn = said(db, "CM06", items)
    case = calibration.raise_case(GAO, db, drawn, "CM06", "G05", HOSTILE, later(), MEMBERS)
    for member, value in ((GAO, 50.0), (NING, 60.0), (TANG, 70.0)):
        calibration.vote(member, db, case, value)
    calibration.propose(GAO, db, case, 60, "teamwork", 3, HOSTILE)
    steps.begun(db, customers=5, items=items)


def said(db, manager_id, items) -> int:
    """A campaign about somebody with spells in the comments, drawn."""
    number = steps.begun(db, ratees={manager_id}, items=items)
    for one in steps.asked(db, number):
        steps.hand_in(db, one, 4, {"teamwork": HOSTILE})
    campaigns.close(ZHAO, db, number, HOSTILE)
    drawing.draw(LI, db, number)
    return number


def works(text: str) -> bool:
    """Whether something of what was typed works in `text` as Markdown, or as what Streamlit adds to it."""
    if any(spell in text for spell in (*SPELLS[:3], *SPELLS[4:])) or BIDI in text:
        return True
    made = [token for block in READER.parse(text) for token in block.children or []]
    # Our own emphasis is allowed around what was typed, never from it.
    strong = [b.content for a, b in itertools.pairwise(made) if a.type == "strong_open"]
    links = [str(token.attrs["href"]) for token in made if token.type == "link_open"]
    kinds = {token.type for token in made if token.type != "code_inline" or token.content == "c"}
    return bool(
        kinds & {"image", "html_inline", "s_open", "code_inline"} or "b" in strong or "http://x" in links
    )


@pytest.mark.parametrize("spell", [*SPELLS, BIDI])
def test_an_unescaped_mark_is_seen(spell):
    assert works(f"张三 {spell} 李四") and not works(literal(f"张三 {spell} 李四"))


def as_typed(app, where) -> int:
    """How often the page shows typed text; none of it may work as Markdown, or in a chart as HTML."""
    assert not app.exception, (where, [e.value for e in app.exception])
    found = markdown(app)
    assert [(where, *one) for one in found if works(one[1])] == []
    assert [(where, text) for text in charts(app) if "<u>" in text] == []
    return sum(literal(SPELLS[0]) in text for _, text in found)


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
            if address == "growth":
                app = open_page(app, address, person="CM05")
                seen[where] = as_typed(app, where)
            if address == "rewards":
                for part in ("release", "clawback", "findings"):
                    app = open_page(app, address, part=part)
                    seen[where, part] = as_typed(app, where)
            if address == "scheme-editor":
                app.button("editor-open-1").click().run()
                for part in ("indicators", "general", "file"):
                    app.query_params["part"] = part
                    seen[where, part] = as_typed(app.run(), where)
                app.query_params.clear()
            if address == "rounds":
                app.selectbox("round-chosen-2").set_value("1").run()
                seen[where, "closed"] = as_typed(app, where)
    shown = {page for page, count in seen.items() if count}
    wanted = [
        (LI.username, a) for a in ("leaderboard", "scorecard", "trends", "validity", "schemes", "periods")
    ]
    wanted += [(GAO.username, "scheme-editor"), ((GAO.username, "scheme-editor"), "indicators")]
    wanted += [(WANG.username, "desk"), ((GAO.username, "weight-lab"), "asked")]
    wanted += [(GAO.username, "rounds"), ((GAO.username, "rounds"), "closed")]
    wanted += [(GAO.username, "calibration"), (ZHAO.username, "reviews"), (LI.username, "reviews-to-give")]
    wanted += [(LI.username, "review-results"), (ZHAO.username, "calendar")]
    wanted += [(LI.username, "growth"), (manager.username, "growth"), (LI.username, "attention")]
    wanted += [(manager.username, "scorecard"), (manager.username, "reviews-to-give")]
    wanted += [
        (manager.username, "try-it"),
        (manager.username, "handbook"),
        (GAO.username, "handbook"),
        (GAO.username, "schemes"),
    ]
    wanted += [((GAO.username, "rewards"), part) for part in ("release", "clawback", "findings")]
    assert set(wanted) <= shown
