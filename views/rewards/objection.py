"""One's own clawbacks: what was recovered and why, and objecting to it within the days."""

from __future__ import annotations

from functools import partial

from data import clock
from shell.acting import Question, ask
from shell.context import Context
from views.rewards import clawback
from workflow.rewards.clawback import clawing, objecting
from workflow.rewards.clawback.clawing import APPROVED


def show(ctx: Context) -> None:
    """Every clawback of the actor's own pay; nothing where there is none."""
    t = ctx.t
    for held in clawing.clawbacks(ctx.actor, ctx.db):
        with clawback.case(ctx, held):
            last = clawing.last_day(ctx.actor, ctx.db, held.clawback_id)
            if held.state != APPROVED or last is None or clock.today() > last:
                continue
            ask(
                t,
                Question(
                    f"objection-{held.clawback_id}", t("objection-file"), t("objection-says"), "primary"
                ),
                partial(objecting.object_to, ctx.actor, ctx.db, held.clawback_id),
                t("objection-filed"),
            )
