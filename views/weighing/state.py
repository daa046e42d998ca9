"""What is said of a trial in the weight lab: the opening sentence, names or codes, and what "now" is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import streamlit as st

from scoring.change.pay.cost import Cost
from scoring.pay.fen import FEN
from scoring.periods import parse_period
from scoring.scheme import SchemeReference
from shell.context import Context
from ui import address_line
from views import figures
from words import format as fmt
from words.text import Text, literal
from workflow.results import publishing
from workflow.results.moves import PeriodMoves
from workflow.schemes import SchemeInfo
from workflow.weighing import cost as trial_cost
from workflow.weighing import scenarios, simulation
from workflow.weighing.outline import Outline, Shift, outline
from workflow.weighing.pay import PayBase

NAMED = 3
"""So many people or weights are named in a sentence, the others counted."""
HIDDEN = "lab-anonymous"
_ADDRESS, _HIDDEN = "names", "hidden"


@dataclass(frozen=True)
class Names:
    """What people are called: by name, or, where the meeting hides names, by codes."""

    names: Mapping[str, str]
    hidden: bool

    def some(self, people: Sequence[str], t: Text) -> str:
        """The first few by name and how many there are; in Markdown."""
        listed = t("list-joint").join(literal(self.names.get(m, m)) for m in people[:NAMED])
        return listed if len(people) <= NAMED else t("lab-and-more", listed=listed, count=len(people))


class Shown(NamedTuple):
    """What is on the screen: where the trial began, what it does, what people are called, what a coefficient
    pays."""

    begun: simulation.LabStart
    outcome: simulation.Simulation
    called: Names
    base: PayBase

    @property
    def cost(self) -> Cost | None:
        """What it costs in the last period."""
        return trial_cost.of(self.outcome, self.base)


class Start(NamedTuple):
    """Where a trial can start: a version, and the weights of a scenario (None: the version's own)."""

    version: SchemeReference
    name: str
    weights: Mapping[str, float] | None


def starts(ctx: Context, versions: Mapping[SchemeReference, SchemeInfo]) -> dict[str, Start]:
    """Every version and every kept scenario, by what they are called in the address."""
    found = {
        str(r): Start(r, f"{ctx.t.name(i.scheme.name, r.code)} v{r.version}", None)
        for r, i in versions.items()
    }
    for kept in scenarios.kept(ctx.actor, ctx.db):
        name = ctx.t("lab-scenario", name=kept.name)
        found[f"scenario-{kept.scenario_id}"] = Start(kept.reference, name, kept.weights)
    return found


def hide(t: Text) -> None:
    """The switch that hides names. It stands in the session and in the address, so that names do not come
    back by themselves: neither after another page nor when the page is loaded anew."""
    _follow()
    st.toggle(t("lab-anonymous"), key=HIDDEN, persist_state="session", help=t("lab-anonymous-help"))
    hidden = st.session_state[f"{HIDDEN}-written"] = bool(st.session_state[HIDDEN])
    address_line.write(**{_ADDRESS: _HIDDEN if hidden else None})


def _follow() -> None:
    """An address that hides names is followed; one that says nothing, as after another page, shows none."""
    session = st.session_state
    if address_line.says(_ADDRESS) == _HIDDEN and not session.get(f"{HIDDEN}-written", False):
        session[HIDDEN] = True
    session.setdefault(HIDDEN, False)


def called(begun: simulation.LabStart, t: Text) -> Names:
    """What people are called on this page."""
    _follow()
    hidden = bool(st.session_state[HIDDEN])
    if hidden:
        return Names(simulation.aliases(begun), hidden)
    return Names({p.manager_id: t.pick(p.name, p.name_en) for p in begun.sheets[-1].people}, hidden)


def before(begun: simulation.LabStart, t: Text) -> str:
    """What the column before the trial is headed: the version that it stands for."""
    return t("lab-version", version=begun.scheme.version)


def touched(shown: Shown) -> bool:
    """Whether any weight is another than at the start."""
    return bool(outline(shown.begun.scheme, shown.outcome).indicators)


def sentence(shown: Shown, t: Text) -> str:
    """What a trial does, in one line: whose rank and grade change, who loses the total, and what it costs."""
    begun, people = shown.begun, shown.called
    return told(begun, outline(begun.scheme, shown.outcome, shown.cost), people, shown.base, t)


def told(begun: simulation.LabStart, found: Outline, people: Names, base: PayBase, t: Text) -> str:
    """The same of an outline, which may be one of the meeting's trail."""
    if found.nothing:
        return t("lab-sentence-none")
    clauses = [t("lab-sentence", moved=found.moved, far=found.far), _grades(found, people, t)]
    for key, who in (("lab-lost", found.lost), ("lab-gained", found.gained)):
        if who:
            clauses.append(t(key, names=people.some(who, t), count=len(who)))
    if money := paid(found.paid, t) or pool(found.pool, base, t):
        clauses.append(money)
    if found.errors:
        clauses.append(t("lab-sentence-errors", errors=found.errors))
    lead = _shifts(begun, found, t)
    said = t("clause-joint").join(clauses) + t("full-stop")
    return f"{lead}{t('colon')}{said}" if lead else said


def _shifts(begun: simulation.LabStart, found: Outline, t: Text) -> str:
    """The weights that were moved: classes, or indicators where every class weighs what it did."""
    names = dict(zip(begun.scheme.classes, figures.class_names(begun.scheme, t), strict=True))
    known = begun.scheme.by_code
    shifts: tuple[Shift, ...] = found.classes
    if not shifts:
        shifts = found.indicators
        names = {code: t.name(known[code].name, code) for code, _, _ in shifts if code in known}
    told = [
        f"{literal(names.get(name, name))} {fmt.number(was, 1)} → {fmt.number(now, 1)}"
        for name, was, now in shifts[:2]
    ]
    return t("comma-joint").join(told)


def _grades(found: Outline, people: Names, t: Text) -> str:
    if not found.grades:
        return t("lab-grades-same")
    told = [f"{literal(people.names.get(m, m))} {was}→{now}" for m, was, now in found.grades[:NAMED]]
    listed = t("list-joint").join(told)
    more = len(found.grades) > NAMED
    return t("lab-grade-moves-more" if more else "lab-grade-moves", listed=listed, count=len(found.grades))


def pool(sums: tuple[float, float] | None, base: PayBase, t: Text) -> str | None:
    """The pool in 万元 before and after, and whether the base is assumed; None where the scheme has none."""
    if sums is None or not sums[0] > 0:
        return None
    was, now = map(base.wan, sums)
    change = fmt.signed(now - was, 2)
    words = {"before": fmt.number(was), "after": fmt.number(now), "change": change}
    said = t("lab-money-same", **words) if change == fmt.DASH else t("lab-money", **words)
    return said + t("lab-assumed", yuan=fmt.quantity(base.yuan)) if base.assumed else said


def paid(fen: tuple[int, int] | None, t: Text) -> str | None:
    """What lines of pay give before and after, in yuan; None where pay is not by lines."""
    if fen is None:
        return None
    was, now = (amount / FEN for amount in fen)
    change = fmt.signed(now - was, 0)
    words = {"before": fmt.number(was, 0), "after": fmt.number(now, 0), "change": change}
    return t("cost-paid-same", **words) if change == fmt.DASH else t("cost-paid", **words)


def published(ctx: Context, shown: Shown, in_force: SchemeReference | None) -> None:
    """Where the figures before the trial are not the published ones, say so and whose they are."""
    begun, people = shown.begun, shown.called
    if in_force is None:
        return
    t = ctx.t
    period = parse_period(begun.sheets[-1].period)
    key, head = f"lab-published-{period}", ctx.db.head()
    if st.session_state.get(key, (None, None))[0] != head:
        st.session_state[key] = head, publishing.differences(ctx.actor, ctx.db, period)
    found: PeriodMoves = st.session_state[key][1]
    if not found.published:
        return
    said = []
    if corrected := [m.manager_id for m in found.moves if m.rescored]:
        said.append(t("lab-corrected", count=len(corrected), names=people.some(corrected, t)))
    if begun.scheme.reference != in_force:
        said.append(t("lab-other-version", version=in_force.version, start=begun.scheme.version))
    if said:
        words = t("sentence-joint").join(said)
        st.markdown(f":orange-badge[{t('lab-not-published', period=fmt.period(period, t.lang))}] {words}")
