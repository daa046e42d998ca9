"""What waits for a manager: talks to confirm, a plan to sign."""

from __future__ import annotations

from shell.context import Context
from workflow.growth import plans, talks


def told(ctx: Context) -> str:
    """What waits for the manager who looks, as a sentence; "" where nothing does."""
    own = ctx.actor.manager_id or ""
    held = talks.talks(ctx.actor, ctx.db, own)
    unconfirmed = sum(talk.state == talks.RECORDED for talk in held)
    unsigned = sum(plan.awaits("manager") for plan in plans.open_plans(ctx.actor, ctx.db))
    parts = [
        ctx.t(key, count=count)
        for key, count in (("growth-waits-talks", unconfirmed), ("growth-waits-plan", unsigned))
        if count
    ]
    return ctx.t("list-joint").join(parts)
