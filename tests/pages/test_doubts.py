"""A doubtful cell is decided where it stands, kept with the batch, and can be taken back."""

import hashlib

import pytest
import streamlit as st

from access.actor import Actor
from tests.branch import ZHAO
from tests.pages.visits import words
from workflow.intake import batches

OFFICER = Actor("data.zhao", "data-officer", display_name="赵数据员")
TEXT = "manager_id,period,indicator,value\nCM03,2026-10,R01,1.5\nCM03,2026-10,R01,2.5\nCM04,2026-10,R01,1\n"


class Dropped:
    """Stands for an uploaded file, with a name that is longer than a file system takes."""

    name = "存疑" + "长" * 90 + ".csv"

    @staticmethod
    def getvalue():
        return TEXT.encode()


@pytest.fixture
def dropped(monkeypatch):
    monkeypatch.setattr(st, "file_uploader", lambda *a, **k: Dropped())


def decide(app, place):
    """Choose by place among the choices of the one question, and send."""
    asked = next(r for r in app.radio if r.key.startswith("doubt-"))
    asked.set_value(asked.options[place])
    app.button("doubts-do").click().run()


def test_this_one_that_one_or_leave_it_out(db, visit, dropped):
    app = visit(OFFICER, "desk")
    assert not app.exception and "1 处存疑" in words(app)
    asked = next(r for r in app.radio if r.key.startswith("doubt-"))
    assert len(asked.options) == 3 and asked.value is None
    assert "只提交合格的 1 个数" in app.button("desk-submit").label
    decide(app, 2)
    assert not app.exception and "您已确认 1 处" in words(app)
    assert "提交复核（1 个数）" in app.button("desk-submit").label
    app.button("doubts-forget").click().run()
    assert "1 处存疑" in words(app)
    decide(app, 1)
    assert "提交复核（2 个数）" in app.button("desk-submit").label
    app.button("desk-submit").click().run()
    assert not app.exception
    batch = batches.batches(ZHAO, db)[0]
    assert [p.rule for p in batches.problems(ZHAO, db, batch.batch_id)] == ["decided"]
    rows = batches.preview(ZHAO, db, batch.batch_id).rows
    assert dict(zip(rows["manager_id"], rows["value"], strict=True)) == {"CM03": 2.5, "CM04": 1.0}


def test_the_very_same_file_is_asked_about(db, visit, dropped):
    visit(OFFICER, "desk").button("desk-submit").click().run()
    app = visit(OFFICER, "desk")
    assert "已作为第" in words(app) + "".join(w.value for w in app.warning)
    assert app.button("desk-submit").disabled
    next(c for c in app.checkbox if c.key.startswith("desk-again")).check().run()
    app.button("desk-submit").click().run()
    assert not app.exception
    assert len([b for b in batches.batches(ZHAO, db) if b.status == "awaiting-review"]) == 2


def test_answers_that_no_longer_fit_are_asked_again(visit, dropped):
    app = visit(OFFICER, "desk")
    sha256 = hashlib.sha256(TEXT.encode()).hexdigest()
    app.session_state["desk-answers"] = {sha256: {"conflicting_duplicate||99|x": "leave-out"}}
    app.run()
    assert not app.exception and "1 处存疑" in words(app)
    assert app.session_state["desk-answers"] == {}
