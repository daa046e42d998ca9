"""有效性与公平性: do the scores mean anything, are they fair, and did they tell what came afterwards?"""

from __future__ import annotations

import streamlit as st

from access.permissions import Action, allowed
from documents import validity as written
from shell import context
from ui import page
from ui.choice import pick
from views import period_choice
from views.adoption import version_view
from views.validity import backtest, groups, outcomes, strip, weights
from words.text import literal
from workflow import schemes
from workflow.results import scores
from workflow.validity import history
from workflow.validity.outcomes import beside
from workflow.validity.report import report

ctx = context.page(Action.VIEW_BRANCH)
t = ctx.t
top = st.columns([4, 1], vertical_alignment="bottom")
period = period_choice.chosen(ctx, t("validity-title"), "validity-empty", top[0], top[1])
found = report(ctx.actor, ctx.db, period)
scheme = scores.period_sheet(ctx.actor, ctx.db, period).scheme
names = {i.code: t.name(i.name, i.code) for i in scheme.indicators}

with top[0]:
    page.header(t("validity-title"), written.opening(found, names, t, literal))
strip.figures(found, t)
strip.findings(found, names, t)
weights.indicators(found.trust, names, period, t)
weights.overlaps(found.trust, names, t)
groups.teams(found.trust, t)
groups.reliability(found.steadiness, names, t)

stored = {i.key: i for i in schemes.schemes(ctx.actor, ctx.db)}
known = {i.reference: i.scheme for i in stored.values()}
if stored and allowed(ctx.actor, Action.SIMULATE):
    # What is not in force comes first: the version in force would only be set beside itself.
    held = str(scheme.reference)
    chosen = pick(
        t("validity-against"),
        sorted(reversed(stored), key=lambda key: key == held),
        lambda key: version_view.label(stored[key], t),
        key="backtest-version",
    )
    other = stored[chosen].reference
    again = beside(ctx.actor, ctx.db, other, period) if chosen != held else ()
    versions = (
        version_view.label(stored[chosen], t),
        f"{t.name(scheme.name, scheme.code)} v{scheme.version}",
    )
    outcomes.outcomes(found.told, again, (literal(versions[0]), literal(versions[1])), known, t)
    tested = history.tested(ctx.actor, ctx.db, other, period, backtest.PERIODS)
    backtest.backtest(tested, other, t)
else:
    outcomes.outcomes(found.told, (), ("", ""), known, t)
