"""The decision memo of a weight change as a Word file, made from the same objects as the page."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.shared import Pt

from access import accounts
from access.actor import Actor
from data import clock
from data.database import Database
from documents import phrases
from words import format as fmt
from words.text import Text
from workflow.adoption import gate
from workflow.schemes import SchemeInfo
from workflow.weighing import simulation

FONT = "Microsoft YaHei"
SIGNATURES = 4
NOTICED = 0.005


def write(
    actor: Actor,
    db: Database,
    t: Text,
    begun: simulation.LabStart,
    outcome: simulation.Simulation,
    names: Mapping[str, str],
    why: str,
    info: SchemeInfo | None = None,
    *,
    demo: bool = False,
) -> bytes:
    """A memo that can be read, signed and filed without the program; with the votes, reasons and the
    authorisation of the stored version `info`, where the trial is one. In a demonstration it says so."""
    memo = Document()
    _fonts(memo)
    memo.add_heading(t("memo-title"), level=0)
    if demo:
        memo.add_paragraph(t("app-demo-banner"))
    period = fmt.period(begun.sheets[-1].period, t.lang)
    based = f"{t.name(begun.scheme.name, begun.scheme.code)} v{begun.scheme.version}"
    memo.add_paragraph(
        t("memo-basis", scheme=based, period=period, people=len(outcome.rows), by=actor.display_name)
    )
    memo.add_paragraph(t("memo-why", why=why.strip() or t("memo-why-none")))
    _weights(memo, begun, outcome, t)
    _people(memo, outcome, names, t)
    _grades(memo, outcome, t)
    _checks(memo, outcome, t)
    _robustness(memo, actor, outcome, names, t)
    _approvals(memo, actor, db, info, t)
    memo.add_paragraph(
        t("memo-hash", data=simulation.fingerprint(begun.sheets), scheme=outcome.scheme.canonical_hash())
    )
    buffer = io.BytesIO()
    memo.save(buffer)
    return buffer.getvalue()


def _weights(memo: WordDocument, begun: simulation.LabStart, outcome: simulation.Simulation, t: Text) -> None:
    memo.add_heading(t("memo-weights"), level=1)
    before = {i.code: i.weight for i in begun.scheme.indicators}
    rows = [
        [
            t.name(i.name, i.code),
            fmt.number(before[i.code]),
            fmt.number(i.weight),
            fmt.signed(i.weight - before[i.code]),
        ]
        for i in outcome.scheme.indicators
        if abs(i.weight - before[i.code]) >= NOTICED
    ]
    _table(memo, [t("indicator"), t("lab-before"), t("lab-after"), t("lab-delta-short")], rows)
    if not rows:
        memo.add_paragraph(t("memo-no-change"))


def _people(memo: WordDocument, outcome: simulation.Simulation, names: Mapping[str, str], t: Text) -> None:
    memo.add_heading(t("memo-people"), level=1)
    memo.add_paragraph(t("memo-people-sentence", moved=outcome.moved, far=outcome.moved_far))
    heads = [
        t("name"),
        t("memo-rank-before"),
        t("memo-rank-after"),
        t("lab-move"),
        t("lab-before"),
        t("lab-after"),
        t("lab-delta-short"),
        t("grade"),
    ]
    rows = []
    for row in outcome.rows:
        rows.append(
            [
                names[row.manager_id],
                fmt.number(row.before_rank, 0),
                fmt.number(row.after_rank, 0),
                fmt.signed(row.places, 0),
                fmt.number(row.before_total),
                fmt.number(row.after_total),
                fmt.signed(row.change),
                phrases.grades(row),
            ]
        )
    _table(memo, heads, rows)


def _grades(memo: WordDocument, outcome: simulation.Simulation, t: Text) -> None:
    memo.add_heading(t("lab-grades"), level=1)
    before, after = outcome.grade_mix(after=False), outcome.grade_mix(after=True)
    rows = [
        [t("lab-before"), *map(str, before.values())],
        [t("lab-after"), *map(str, after.values())],
    ]
    _table(memo, ["", *before], rows)
    if words := phrases.pool(outcome.pool, t):
        memo.add_paragraph(words)


def _checks(memo: WordDocument, outcome: simulation.Simulation, t: Text) -> None:
    memo.add_heading(t("lab-lint", count=len(outcome.findings)), level=1)
    for found in outcome.findings:
        words = f"{found.rule} {t(f'severity-{found.severity}')} {t.finding(found)}"
        memo.add_paragraph(f"{words} [{t.citation(found)}]", style="List Bullet")
    if not outcome.findings:
        memo.add_paragraph(t("lab-lint-none"))


def _robustness(
    memo: WordDocument, actor: Actor, outcome: simulation.Simulation, names: Mapping[str, str], t: Text
) -> None:
    memo.add_heading(t("lab-firm"), level=1)
    memo.add_paragraph(t("lab-firm-note", draws=simulation.DRAWS))
    firm = simulation.firmness(actor, outcome, simulation.DRAWS)
    for manager, share in firm.first:
        words = {"name": names[manager], "top": firm.top_k, "share": fmt.percent(share)}
        memo.add_paragraph(t("lab-firm-first", **words).replace("**", ""), style="List Bullet")
    for upper, lower, share in firm.fragile:
        words = {"upper": names[upper], "lower": names[lower], "share": fmt.percent(share)}
        memo.add_paragraph(t("lab-fragile-pair", **words), style="List Bullet")
    rows = [[fmt.period(p, t.lang), fmt.number(tau, 3), str(moved)] for p, tau, moved in outcome.churn]
    _table(memo, [t("period"), "Kendall τ", t("lab-moved")], rows)


def _approvals(memo: WordDocument, actor: Actor, db: Database, info: SchemeInfo | None, t: Text) -> None:
    """What is on record, and lines for those who sign on paper."""
    memo.add_heading(t("memo-approvals"), level=1)
    heads = [t("name"), t("memo-opinion"), t("memo-signature"), t("memo-date")]
    held = gate.standing(actor, db, info) if info else None
    known = accounts.names(db)
    rows = [
        [
            known.get(one.by, one.by),
            t("gate-approve" if one.approve else "gate-object") + (t("colon") + one.why if one.why else ""),
            "",
            f"{clock.local(one.at):%Y-%m-%d}",
        ]
        for one in (held.votes if held else ())
    ]
    _table(memo, heads, rows + [["", "", "", ""]] * max(1, SIGNATURES - len(rows)))
    for rule, reason in (held.reasons if held else {}).items():
        by = known.get(reason.by, reason.by)
        memo.add_paragraph(t("memo-reason", rule=rule, why=reason.why, by=by), style="List Bullet")
    if info and (leave := info.scheme.authorisation):
        memo.add_paragraph(
            t("memo-authorisation", reference=leave.reference, day=leave.issued_on, scope=leave.scope)
        )


def _table(memo: WordDocument, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    table = memo.add_table(rows=1, cols=len(heads), style="Light Grid Accent 1")
    for cell, text in zip(table.rows[0].cells, heads, strict=True):
        cell.text = text
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text


def _fonts(memo: WordDocument) -> None:
    """A font that has Chinese letters, for the text and for the headings."""
    for name in ("Normal", "Title", "Heading 1"):
        style = memo.styles[name]
        style.font.name = FONT
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), FONT)
    memo.styles["Normal"].font.size = Pt(10)
