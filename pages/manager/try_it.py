"""试一试: what if my figures were others? Score, grade and what is missing to the next one, at once."""

from __future__ import annotations

from access.permissions import Action
from shell import context
from ui import page
from views.results import person
from views.scorecard import trying as view
from words.text import literal
from workflow.results.what_if import trying

ctx = context.page(Action.VIEW_SCORECARD)
t = ctx.t
head, manager_id, period = person.whose(ctx, "try-it")
trial = trying.trial(ctx.actor, ctx.db, manager_id, period)
with head:
    name = literal(t.pick(trial.person.name, trial.person.name_en))
    page.header(
        t("try-title-own" if ctx.actor.role == "manager" else "try-title", name=name), view.sentence(trial, t)
    )
view.board(ctx, trial)
