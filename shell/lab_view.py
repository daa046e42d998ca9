"""Parts of the weight lab: the state of the trial and what is shown of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from scoring import Scheme
from scoring.errors import SteelyardError
from scoring.lint import Finding
from scoring.stability import Interval
from shell import views
from shell.context import Context
from ui import components, page, tables
from ui import format as fmt
from ui.text import Text
from ui.theme import class_colours
from workflow import scenarios, simulation

STATE = "lab-state"
SHOWN_INDICATOR_WEIGHT = 0.05
MOVERS_SHOWN = 12
EFFECT_SHOWN = 0.005
FRAGILE_SHOWN = 6
DRAWS = 1_000
SIDE_BY_SIDE = 4


def reset() -> None:
    """Back to the version the trial started from."""
    state = st.session_state.get(STATE)
    if state:
        state["past"].append(state["weights"])
        state.update(weights=None, future=[], round=state["round"] + 1)


def step(back: bool) -> None:
    """Undo the last change, or do again what was undone."""
    state = st.session_state[STATE]
    taken, given = ("past", "future") if back else ("future", "past")
    if state[taken]:
        state[given].append(state["weights"])
        state.update(weights=state[taken].pop(), round=state["round"] + 1)


def can_step(back: bool) -> bool:
    """Whether there is something to undo (or to do again)."""
    return bool(st.session_state.get(STATE, {}).get("past" if back else "future"))


def weights(
    scheme: Scheme, reference: str, given: Mapping[str, float] | None = None
) -> tuple[dict[str, float], str]:
    """The trial's weights and the panel's revision; a new start begins a new trial, from the scheme's
    weights or from those `given`."""
    state = st.session_state.setdefault(
        STATE, {"reference": None, "weights": None, "round": 0, "past": [], "future": []}
    )
    if state["reference"] != reference:
        state.update(reference=reference, weights=None, past=[], future=[], round=state["round"] + 1)
    if state["weights"] is None:
        state["weights"] = dict(given or {i.code: i.weight for i in scheme.indicators})
    return state["weights"], f"{reference}#{state['round']}"


def adopt(moved: Mapping[str, Any] | None, current: dict[str, float], revision: str) -> dict[str, float]:
    """What the panel let go, done again by the engine: preview in the browser, the truth here."""
    if moved is None or moved["revision"] != revision:
        return current
    state = st.session_state[STATE]
    if moved["count"] == state.get("seen"):
        return current
    state["seen"] = moved["count"]
    shown = {code: float(weight) for code, weight in moved["weights"].items()}
    try:
        changed = {moved["changed"]: float(moved["weight"])}
        state["weights"] = simulation.rebalanced(shown, changed, moved["locked"])
        state["past"].append(current)
        state["future"] = []
    except SteelyardError:
        # Nothing was free to give way: the panel's own weights already sum to 100.
        state["weights"] = current
    return state["weights"]


def groups(
    scheme: Scheme, weights: Mapping[str, float], bands: Mapping[str, Interval], t: Text
) -> list[dict[str, object]]:
    """The panel's content: indicators by class, with the range in which nobody changes place."""
    return [
        {
            "label": name,
            "colour": colour,
            "items": [
                {
                    "code": i.code,
                    "label": t.name(i.name, i.code),
                    "weight": weights[i.code],
                    "start": i.weight,
                    "band": list(bands[i.code]) if i.code in bands else None,
                }
                for i in scheme.indicators
                if i.class_ == class_
            ],
        }
        for class_, name, colour in zip(
            scheme.classes, views.class_names(scheme, t), class_colours(scheme.classes), strict=True
        )
        if any(i.class_ == class_ for i in scheme.indicators)
    ]


def labels(t: Text) -> dict[str, str]:
    """The panel's words."""
    keys = {
        "title": "weight",
        "weight": "weight",
        "total": "lab-total",
        "same": "lab-same",
        "lock": "lab-lock",
        "band": "lab-band",
    }
    return {name: t(key, top=simulation.BAND_TOP) for name, key in keys.items()}


def sentence(begun: simulation.LabStart, outcome: simulation.Simulation, t: Text) -> str:
    """What the trial does, in one line."""
    before, after = begun.scheme.class_weights(), outcome.scheme.class_weights()
    moved = [
        f"{t(f'class-{name}')} {fmt.number(before[name], 1)} → {fmt.number(after[name], 1)}"
        for name in sorted(after, key=lambda n: -abs(after[n] - before[n]))
        if abs(after[name] - before[name]) >= SHOWN_INDICATOR_WEIGHT
    ]
    if not moved and not outcome.moved:
        return t("lab-sentence-none")
    errors = sum(f.severity == "error" for f in outcome.findings)
    words = t("lab-sentence", moved=outcome.moved, far=outcome.moved_far, errors=errors)
    if not moved:
        return words
    return ("，" if t.lang == "zh" else ", ").join(moved[:2]) + t("colon") + words


def movers(outcome: simulation.Simulation, names: Mapping[str, str], t: Text) -> None:
    """The people who move farthest, before and after, among themselves."""
    moved = sorted((r for r in outcome.rows if r.move and r.move == r.move), key=lambda r: -abs(r.move))
    with page.card(t("lab-movers"), t("lab-movers-note")):
        if not moved:
            st.markdown(t("lab-movers-none"))
            return
        shown = moved[:MOVERS_SHOWN]
        components.slope_chart(
            [
                {"name": names[r.manager_id], "before": int(r.before_rank), "after": int(r.after_rank)}
                for r in shown
            ],
            key="lab-slope",
            label=t("lab-movers"),
        )


def grade_mix(outcome: simulation.Simulation, t: Text) -> None:
    """People per grade before and after."""
    before, after = outcome.grade_mix(after=False), outcome.grade_mix(after=True)
    with page.card(t("lab-grades"), t("lab-grades-note")):
        columns: list[dict[str, object]] = [{"id": "side", "label": "", "type": "muted"}]
        columns += [{"id": name, "label": name, "type": "number", "decimals": 0} for name in before]
        rows = [
            {"id": "before", "cells": {"side": t("lab-before"), **before}},
            {"id": "after", "cells": {"side": t("lab-after"), **after}},
        ]
        components.statement_table(columns, rows, key="lab-grades", label=t("lab-grades"))
        if outcome.pool and outcome.pool[0] > 0:
            before_pool, after_pool = outcome.pool
            change = fmt.signed(100 * (after_pool / before_pool - 1), 2)
            words = {"before": fmt.number(before_pool), "after": fmt.number(after_pool)}
            same = change == fmt.DASH
            st.caption(t("lab-pool-same", **words) if same else t("lab-pool", **words, change=change))


def why(ctx: Context, outcome: simulation.Simulation, manager_id: str, name: str) -> None:
    """What each weight does to one person: the exact split."""
    t = ctx.t
    effects = [e for e in simulation.why(ctx.actor, outcome, manager_id) if abs(e.points) >= EFFECT_SHOWN]
    with page.card(t("lab-why", name=name), t("lab-why-note")):
        if not effects:
            st.markdown(t("lab-why-none"))
            return
        known = outcome.scheme.by_code
        components.statement_table(
            [
                {"id": "name", "label": t("indicator"), "type": "text", "wrap": True},
                {"id": "score", "label": t("score"), "type": "number"},
                {"id": "before", "label": t("lab-before"), "type": "number"},
                {"id": "after", "label": t("lab-after"), "type": "number"},
                {"id": "points", "label": t("lab-effect"), "type": "delta"},
            ],
            [
                {
                    "id": e.indicator,
                    "cells": {
                        "name": t.name(known[e.indicator].name, e.indicator),
                        "score": views.known(e.score),
                        "before": e.before,
                        "after": e.after,
                        "points": e.points,
                    },
                }
                for e in effects
            ],
            key="lab-why",
            label=t("lab-why", name=name),
        )


def worth(ctx: Context, outcome: simulation.Simulation) -> None:
    """What one more unit of each indicator pays, the dearest first."""
    t = ctx.t
    with page.card(t("lab-worth"), t("lab-worth-note")):
        if not st.toggle(t("lab-worth-show"), key="lab-worth-show"):
            return
        paid = {c: p for c, p in simulation.worth(ctx.actor, outcome).items() if p == p}
        components.statement_table(
            [
                {"id": "name", "label": t("indicator"), "type": "text", "wrap": True},
                {"id": "unit", "label": t("unit"), "type": "muted"},
                {"id": "points", "label": t("lab-worth-points"), "type": "number", "decimals": 3},
            ],
            [
                {
                    "id": code,
                    "cells": {
                        "name": t.name(outcome.scheme.by_code[code].name, code),
                        "unit": t.term(outcome.scheme.by_code[code].unit),
                        "points": points,
                    },
                }
                for code, points in sorted(paid.items(), key=lambda item: -item[1])
            ],
            key="lab-worth",
            label=t("lab-worth"),
        )


def firmness(ctx: Context, outcome: simulation.Simulation, names: Mapping[str, str]) -> None:
    """On demand: would it have come out like this under slightly other weights?"""
    t = ctx.t
    with page.card(t("lab-firm"), t("lab-firm-note", draws=DRAWS)):
        key = outcome.scheme.canonical_hash()
        if st.button(t("lab-firm-do"), key="lab-firm"):
            bar = st.progress(0.0)
            found = simulation.firmness(ctx.actor, outcome, DRAWS, bar.progress)
            bar.empty()
            st.session_state["lab-firmness"] = (key, found)
        kept = st.session_state.get("lab-firmness")
        if kept is None or kept[0] != key:
            return
        for manager, share in kept[1].first:
            st.markdown(t("lab-firm-first", name=names[manager], top=kept[1].top_k, share=fmt.percent(share)))
        for upper, lower, share in kept[1].fragile[:FRAGILE_SHOWN]:
            words = {"upper": names[upper], "lower": names[lower], "share": fmt.percent(share)}
            st.markdown(f":orange-badge[{t('lab-fragile')}] " + t("lab-fragile-pair", **words))
        if not kept[1].fragile:
            st.markdown(t("lab-fragile-none"))


def churn(outcome: simulation.Simulation, t: Text) -> None:
    """How much the order changes in each of the periods looked at."""
    if len(outcome.churn) < 2:
        return
    with page.card(t("lab-churn"), t("lab-churn-note")):
        components.statement_table(
            [
                {"id": "period", "label": t("period"), "type": "text"},
                {"id": "tau", "label": "Kendall τ", "type": "number", "decimals": 3},
                {"id": "moved", "label": t("lab-moved"), "type": "number", "decimals": 0},
            ],
            [
                {"id": p, "cells": {"period": fmt.period(p, t.lang), "tau": views.known(tau), "moved": moved}}
                for p, tau, moved in outcome.churn
            ],
            key="lab-churn",
            label=t("lab-churn"),
        )


def findings(found: Sequence[Finding], t: Text) -> None:
    """What the checks object to, and what each rests on."""
    with page.card(t("lab-lint", count=len(found)), t("lab-lint-note")):
        colours = {"error": "red", "warning": "orange", "info": "gray"}
        for f in found:
            st.markdown(
                f":{colours[f.severity]}-badge[{f.rule} {t(f'severity-{f.severity}')}] {f.text(t.lang)}"
            )
            st.caption(f.citation_in(t.lang))
        if not found:
            st.markdown(t("lab-lint-none"))


def side_by_side(ctx: Context, begun: simulation.LabStart, outcome: simulation.Simulation) -> None:
    """The trial beside up to four scenarios of the same scheme, on the same people."""
    t = ctx.t
    same = {s.name: s for s in scenarios.kept(ctx.actor, ctx.db) if s.code == begun.scheme.code}
    if not same:
        return
    with page.card(t("lab-side"), t("lab-side-note")):
        chosen = st.multiselect(
            t("lab-scenarios"),
            list(same),
            max_selections=SIDE_BY_SIDE,
            key="lab-side",
            placeholder=t("lab-pick"),
        )
        shown = {t("lab-after"): outcome}
        for name in chosen:
            points = {c: w for c, w in same[name].weights.items() if c in begun.scheme.by_code}
            try:
                shown[name] = simulation.simulate(ctx.actor, begun, points)
            except SteelyardError as problem:
                # A scenario of an older version may have other indicators.
                st.warning(f"{name}: {t.error(problem)}")
        columns: list[dict[str, object]] = [{"id": "what", "label": "", "type": "muted"}]
        columns += [
            {"id": f"s{k}", "label": name, "type": "text", "right": True} for k, name in enumerate(shown)
        ]
        rows = [
            {"id": what, "cells": {"what": what, **{f"s{k}": cell for k, cell in enumerate(cells)}}}
            for what, cells in _summary(list(shown.values()), t)
        ]
        components.statement_table(columns, rows, key="lab-side-table", label=t("lab-side"))
        tables.download(columns, rows, "scenarios.xlsx", t)


def _summary(outcomes: Sequence[simulation.Simulation], t: Text) -> list[tuple[str, list[str]]]:
    """What is compared: class weights, people who move, grades, pool, checks."""
    classes = [o.scheme.class_weights() for o in outcomes]
    lines = [
        (name, [fmt.number(weights[class_], 1) for weights in classes])
        for class_, name in zip(
            outcomes[0].scheme.classes, views.class_names(outcomes[0].scheme, t), strict=True
        )
    ]
    lines += [
        (t("lab-moved"), [str(o.moved) for o in outcomes]),
        (t("lab-moved-far"), [str(o.moved_far) for o in outcomes]),
        ("Kendall τ", [fmt.number(o.comparisons[-1][1].kendall_tau, 3) for o in outcomes]),
        (t("lab-grades"), [" / ".join(map(str, o.grade_mix(after=True).values())) for o in outcomes]),
    ]
    pools = [o.pool for o in outcomes]
    if all(pools):
        lines.append((t("lab-pool-label"), [fmt.number(pool[1]) for pool in pools if pool]))
    errors = [str(sum(f.severity == "error" for f in o.findings)) for o in outcomes]
    return [*lines, (t("lab-errors"), errors)]


def keep(ctx: Context, begun: simulation.LabStart, weights: Mapping[str, float]) -> None:
    """Keep the trial as a scenario."""
    with st.form("lab-keep", clear_on_submit=True):
        name = st.text_input(ctx.t("lab-scenario-name"), placeholder=ctx.t("lab-scenario-example"))
        if st.form_submit_button(ctx.t("lab-keep")):
            try:
                scenarios.keep(ctx.actor, ctx.db, begun, weights, name)
                st.success(ctx.t("lab-kept", name=name.strip()))
            except SteelyardError as problem:
                st.error(ctx.t.error(problem))


def save(ctx: Context, begun: simulation.LabStart, weights: Mapping[str, float]) -> None:
    """Keep the trial as a draft version."""
    with st.form("lab-save", clear_on_submit=True):
        note = st.text_input(ctx.t("lab-note"), placeholder=ctx.t("lab-note-example"))
        if st.form_submit_button(ctx.t("lab-save"), type="primary"):
            if not note.strip():
                st.error(ctx.t("errors-reason-needed"))
                return
            code, version = simulation.save_draft(ctx.actor, ctx.db, begun, weights, note)
            st.success(ctx.t("lab-saved", code=code, version=version))
