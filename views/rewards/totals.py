"""What pay costs the branch: in all and by group, without anybody's own amount unless the branch lets."""

from __future__ import annotations

from scoring.pay.fen import FEN
from shell.context import Context
from ui import page
from ui.charts import LAYOUT, show
from ui.choice import pick
from ui.tables import Column, Table
from ui.theme import palette
from words import format as fmt
from words.text import Text
from workflow.rewards.standing import Group, Totals

YUAN_IN_WAN = 10_000.0


def strip(found: Totals, t: Text) -> None:
    """Where what was granted stands."""
    balance = found.balance
    back = balance.forfeited + balance.clawed_back
    page.strip(
        [
            page.Figure(t("pay-granted-so-far"), fmt.yuan(balance.granted)),
            page.Figure(t("pay-paid"), fmt.yuan(balance.paid)),
            page.Figure(t("pay-held"), fmt.yuan(balance.held)),
            page.Figure(t("pay-taken-back"), fmt.yuan(back), None, t("pay-taken-back-note")),
            page.Figure(t("pay-people"), str(found.people)),
        ]
    )


def by_period(ctx: Context, found: Totals) -> None:
    """What each period cost, as bars with their table."""
    t = ctx.t
    every = list(reversed(found.periods))
    names = [fmt.period(one.key, ctx.lang) if one.key else t("pay-few") for one in every]
    parts = (
        ("pay-paid", "paid", palette().accent),
        ("pay-held", "held", palette().secondary),
        ("pay-taken-back", "back", palette().down),
    )
    figure = {
        "data": [
            {
                "type": "bar",
                "name": t(key),
                "x": names,
                "y": [_part(one, field) / FEN / YUAN_IN_WAN for one in every],
                "marker": {"color": colour},
            }
            for key, field, colour in parts
        ],
        "layout": {
            **LAYOUT,
            "barmode": "stack",
            "showlegend": True,
            "legend": {"orientation": "h", "y": 1.12},
            "yaxis": {"title": {"text": t("pay-wan")}, "rangemode": "tozero"},
        },
    }
    title = t("pay-by-period")
    with page.card(title, t("pay-by-period-note")):
        show(
            figure,
            behind=_table(t("period"), found.periods, ctx, period=True),
            key="pay-by-period",
            label=title,
            t=t,
        )


def _part(group: Group, field: str) -> int:
    balance = group.balance
    return balance.forfeited + balance.clawed_back if field == "back" else int(getattr(balance, field))


def groups(ctx: Context, found: Totals) -> None:
    """By team, post or grade, as is chosen."""
    t = ctx.t
    note = t("pay-groups-all" if found.individuals else "pay-groups-safe")
    ways = {"team": found.teams, "position": found.posts, "grade": found.grades}
    with page.card(t("pay-groups"), note):
        way = pick(t("pay-groups"), tuple(ways), t, key="pay-totals-way", kind="segments")
        _table(t(way), ways[way], ctx).show(f"pay-totals-{way}", t(way))


def _table(label: str, rows: tuple[Group, ...], ctx: Context, *, period: bool = False) -> Table[Group]:
    t = ctx.t

    def name(one: Group) -> str:
        if not one.key:
            return t("pay-few")
        return fmt.period(one.key, ctx.lang) if period else t.pick(one.name, one.name_en)

    return Table(
        [
            Column[Group]("name", label, name, "strong"),
            Column[Group]("people", t("people"), lambda one: one.people, "number", decimals=0),
            Column[Group]("granted", t("pay-granted"), lambda one: one.balance.granted / FEN, "number"),
            Column[Group]("held", t("pay-held"), lambda one: one.balance.held / FEN, "number"),
            Column[Group](
                "mean", t("pay-mean"), lambda one: one.balance.granted / FEN / one.people, "number"
            ),
        ],
        rows,
        lambda one: one.key or "few",
    )
