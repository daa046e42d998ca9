"""A decision as a Word file: what was decided on which run of the impact, by whom, and what was said against
it. A trial of the weight lab goes the same way and says that it is one."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Mapping, Sequence

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.shared import Pt

from access import accounts
from access.actor import Actor
from data import clock
from data.database import Database
from documents import phrases, scheme_changes
from documents.clauses import regulation
from scoring import AnalysisError, Scheme, lint
from scoring.lint import Finding
from words import format as fmt
from words.text import Text
from workflow import schemes
from workflow.adoption import gate
from workflow.adoption.impact import ImpactRun
from workflow.adoption.outcome import Outcome
from workflow.adoption.standing import Standing, Vote
from workflow.errors import WorkflowError
from workflow.schemes import SchemeInfo
from workflow.weighing import cost, simulation

FONT = "Microsoft YaHei"
SIGNATURES = 4
NOTICED = 0.005
FRAGILE_SHOWN = 10
PACKED = (1980, 1, 1, 0, 0, 0)
"""The moment that stands on every part of the file: the same memo is the same bytes."""


def trial(
    actor: Actor,
    t: Text,
    begun: simulation.LabStart,
    outcome: simulation.Simulation,
    names: Mapping[str, str],
    why: str,
    *,
    demo: bool = False,
) -> bytes:
    """What weights would do that somebody tries, with the reason as typed: nothing to be signed. In a
    demonstration it says so."""
    try:
        firm = simulation.firmness(actor, outcome, simulation.DRAWS)
    except AnalysisError:
        firm = None
    found = Outcome.of([s.period for s in begun.sheets], outcome, firm, cost=cost.kept(begun, outcome))
    memo = _begun(t, t("memo-trial-title"), demo=demo)
    memo.add_paragraph(t("memo-trial")).runs[0].bold = True
    period, based = fmt.period(begun.sheets[-1].period, t.lang), _label(begun.scheme, t)
    words = {
        "scheme": based,
        "period": period,
        "people": len(found.people),
        "by": t.term(actor.called(t.lang)),
    }
    memo.add_paragraph(t("memo-basis", **words, day=f"{clock.today():%Y-%m-%d}"))
    memo.add_paragraph(t("memo-why", why=why.strip() or t("memo-why-none")))
    _body(memo, t, begun.scheme, outcome.scheme, found, outcome.findings, names)
    data, scheme = simulation.fingerprint(begun.sheets), outcome.scheme.canonical_hash()
    memo.add_paragraph(t("memo-hash", data=data, scheme=scheme))
    return _packed(memo)


def decision(
    actor: Actor,
    db: Database,
    t: Text,
    info: SchemeInfo,
    names: Mapping[str, str],
    *,
    demo: bool = False,
) -> bytes:
    """A version as it was, or is being, decided on: made from the kept run and the record alone, so that the
    same decision gives the same bytes. `names` are those of people whose run did not keep them.

    Raises
    ------
    WorkflowError : there is no run of the version to decide on.
    """
    run = gate.decided_on(actor, db, info)
    if run is None:
        raise WorkflowError("errors-impact-missing")
    held, events = gate.standing(actor, db, info), _decided(gate.life(actor, db, info))
    before = schemes.scheme(actor, db, run.base).scheme
    memo = _begun(t, t("memo-title"), demo=demo)
    if not info.adopted:
        memo.add_paragraph(t("memo-not-adopted", status=t(f"scheme-status-{info.status}"))).runs[
            0
        ].bold = True
    known = {user: t.term(name) for user, name in accounts.names(db).items()}
    _table(memo, [t("memo-item"), t("memo-said")], _record(info, run, held, events, known, t))
    if against := phrases.objections(held.objections, known, t):
        memo.add_paragraph(against).runs[0].bold = True
    findings = _findings(run, before, info.scheme)
    called = {who: t.pick(zh, en) for who, (zh, en) in run.outcome.names.items()} or names
    _body(memo, t, before, info.scheme, run.outcome, findings, called)
    _approvals(memo, info, held, known, t)
    memo.add_paragraph(t("memo-hash", data=run.data_sha256, scheme=run.scheme_sha256))
    return _packed(memo, clock.local(events[-1].at))


def _decided(events: Sequence[gate.LifeEvent]) -> list[gate.LifeEvent]:
    """The events that belong to the decision: what came after the adoption does not, but that it ended."""
    adopted = next((k for k, event in enumerate(events) if event.kind == "adopted"), len(events))
    return [*events[: adopted + 1], *(e for e in events[adopted + 1 :] if e.kind == "retired")]


def _begun(t: Text, title: str, *, demo: bool) -> WordDocument:
    memo = Document()
    _fonts(memo)
    memo.add_heading(title, level=0)
    if demo:
        memo.add_paragraph(t("app-demo-banner"))
    return memo


def _body(
    memo: WordDocument,
    t: Text,
    before: Scheme,
    after: Scheme,
    found: Outcome,
    findings: Sequence[Finding],
    names: Mapping[str, str],
) -> None:
    """What changes, for whom, and how sure that is."""
    _weights(memo, before, after, t)
    _other_changes(memo, before, after, t)
    _people(memo, found, names, t)
    _grades(memo, found, t)
    _checks(memo, findings, after, t)
    _robustness(memo, found, names, t)


def _record(
    info: SchemeInfo,
    run: ImpactRun,
    held: Standing,
    events: Sequence[gate.LifeEvent],
    known: Mapping[str, str],
    t: Text,
) -> list[list[str]]:
    """What happened to the version and when, as far as it has come."""

    def done(event: gate.LifeEvent | None) -> str:
        who = known.get(event.by, event.by) if event else ""
        return t("memo-by", day=f"{clock.local(event.at):%Y-%m-%d}", by=who) if event else fmt.DASH

    last = {event.kind: event for event in events}
    proposed, adopted = last.get("proposed"), last.get("adopted")
    when, by = f"{clock.local(run.ran_at):%Y-%m-%d %H:%M}", known.get(run.ran_by, run.ran_by)
    ran = t("memo-run-said", run=run.run_id, at=when, by=by, base=f"v{run.base.version}")
    period = fmt.period(run.outcome.periods[-1], t.lang)
    rows = [
        (t("schemes-version"), _label(info.scheme, t)),
        (t("schemes-status"), t(f"scheme-status-{info.status}")),
        (
            t("memo-drafted"),
            t("memo-by", day=_day(info.created_at), by=known.get(info.created_by, info.created_by)),
        ),
        (t("memo-run"), ran),
        (
            t("memo-figures"),
            t(
                "memo-figures-said",
                period=period,
                periods=len(run.outcome.periods),
                people=len(run.outcome.people),
            ),
        ),
        (t("memo-proposed"), done(proposed)),
        (t("memo-why-label"), (proposed.why if proposed else info.note) or t("memo-why-none")),
        (t("memo-posted"), _posted(held, known, t)),
        (t("memo-adopted"), done(adopted)),
    ]
    if adopted:
        rows.append((t("adopt-why"), adopted.why))
    if adopted and (retired := last.get("retired")):
        rows.append((t("life-retired"), done(retired) + t("colon") + retired.why))
    rows.append(
        (t("schemes-from"), fmt.period(info.effective_from, t.lang) if info.effective_from else fmt.DASH)
    )
    rows.append((t("memo-as-of"), f"{clock.local(events[-1].at):%Y-%m-%d %H:%M}"))
    return [list(row) for row in rows]


def _posted(held: Standing, known: Mapping[str, str], t: Text) -> str:
    if held.posted is None:
        return fmt.DASH
    by, day = known.get(held.posted.by, held.posted.by), _day(held.posted.at)
    said = t("memo-by", day=day, by=by)
    return said if held.posted.run is None else said + t("vote-on-run", run=held.posted.run)


def _day(at: dt.datetime) -> str:
    return f"{clock.local(at):%Y-%m-%d}"


def _label(scheme: Scheme, t: Text) -> str:
    return f"{t.name(scheme.name, scheme.code)} v{scheme.version}"


def _findings(run: ImpactRun, before: Scheme, after: Scheme) -> list[Finding]:
    """What the checks said when the run was kept; the sentence comes from the two versions, which do not
    change. Leave by the head office has lines of its own."""
    context = lint.LintContext(before, impact_attached=True)
    known = {(f.rule, f.where): f for f in lint.check(after, context=context)}
    said = [o for o in run.outcome.findings if o.rule != gate.AUTHORISED]
    return [known[o.rule, o.where] for o in said if (o.rule, o.where) in known]


def _weights(memo: WordDocument, before: Scheme, after: Scheme, t: Text) -> None:
    memo.add_heading(t("memo-weights"), level=1)
    known = {**before.by_code, **after.by_code}
    sides = [{i.code: i.weight for i in scheme.indicators} for scheme in (before, after)]
    rows = []
    for code, one in known.items():
        was, now = (side.get(code, 0.0) for side in sides)
        if abs(now - was) >= NOTICED:
            rows.append([t.name(one.name, code), fmt.number(was), fmt.number(now), fmt.signed(now - was)])
    _table(memo, [t("indicator"), t("lab-before"), t("lab-after"), t("lab-delta-short")], rows)
    if not rows:
        memo.add_paragraph(t("memo-no-change"))


def _other_changes(memo: WordDocument, before: Scheme, after: Scheme, t: Text) -> None:
    """What the version changes besides weights: rules, limits, grades and the like, in words."""
    changes = tuple(c for c in schemes.difference(before, after) if c.what != "weight")
    if not changes:
        return
    memo.add_heading(t("memo-other-changes"), level=1)
    for line in scheme_changes.sentences(before, after, changes, t, typed=scheme_changes.unmarked):
        entry = memo.add_paragraph(style="List Bullet")
        for k, part in enumerate(line.split("**")):
            entry.add_run(part).bold = k % 2 == 1


def _people(memo: WordDocument, outcome: Outcome, names: Mapping[str, str], t: Text) -> None:
    memo.add_heading(t("memo-people"), level=1)
    memo.add_paragraph(t("memo-people-sentence", moved=outcome.moved, far=outcome.moved_far))
    for key, some in (("lab-lost", outcome.lost), ("lab-gained", outcome.gained)):
        if some:
            who = t("list-joint").join(names.get(m.manager_id, m.manager_id) for m in some)
            memo.add_paragraph(t(key, count=len(some), names=who)).runs[0].bold = True
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
    for row in outcome.people:
        rows.append(
            [
                names.get(row.manager_id, row.manager_id),
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


def _grades(memo: WordDocument, outcome: Outcome, t: Text) -> None:
    memo.add_heading(t("lab-grades"), level=1)
    before, after = outcome.grades
    rows = [
        [t("lab-before"), *map(str, before.values())],
        [t("lab-after"), *map(str, after.values())],
    ]
    _table(memo, ["", *before], rows)
    if outcome.cost is not None:
        memo.add_heading(t("cost-memo"), level=1)
        memo.add_paragraph(phrases.cost_sentence(outcome.cost, outcome.periods, t))
        _table(memo, *phrases.cost_table(outcome.cost, t))
    elif words := phrases.pool(outcome.pool, t):
        memo.add_paragraph(words)


def _checks(memo: WordDocument, findings: Sequence[Finding], scheme: Scheme, t: Text) -> None:
    articles = regulation(scheme, t)
    memo.add_heading(t("lab-lint", count=len(findings)), level=1)
    for found in findings:
        words = f"{found.rule} {t(f'severity-{found.severity}')} {t.finding(found)}{articles.see(found, t)}"
        memo.add_paragraph(f"{words} [{t.citation(found)}]", style="List Bullet")
    if not findings:
        memo.add_paragraph(t("lab-lint-none"))


def _robustness(memo: WordDocument, outcome: Outcome, names: Mapping[str, str], t: Text) -> None:
    """The neighbours who change places most often, and how much each period's order changes."""
    memo.add_heading(t("lab-firm"), level=1)
    firm = outcome.firm
    if firm is None:
        memo.add_paragraph(t("memo-firm-missing"))
    else:
        memo.add_paragraph(t("memo-firm-note", draws=firm.draws, pairs=len(firm.fragile)))
        often = sorted(firm.fragile, key=lambda pair: -pair[2])
        for upper, lower, share in often[:FRAGILE_SHOWN]:
            pair = {"upper": names.get(upper, upper), "lower": names.get(lower, lower)}
            memo.add_paragraph(t("lab-fragile-pair", **pair, share=fmt.percent(share)), style="List Bullet")
        if rest := len(often[FRAGILE_SHOWN:]):
            memo.add_paragraph(t("memo-fragile-rest", count=rest))
    rows = [[fmt.period(p, t.lang), fmt.number(tau, 3), str(moved)] for p, tau, moved in outcome.churn]
    _table(memo, [t("period"), "Kendall τ", t("lab-moved")], rows)


def _approvals(
    memo: WordDocument, info: SchemeInfo, held: Standing, known: Mapping[str, str], t: Text
) -> None:
    """What is on record, and lines for those who sign on paper."""
    memo.add_heading(t("memo-approvals"), level=1)
    for rule, reason in held.reasons.items():
        by = known.get(reason.by, reason.by)
        memo.add_paragraph(t("memo-reason", rule=rule, why=reason.why, by=by), style="List Bullet")
    if given := held.authorised:
        words = {
            "by": known.get(given.by, given.by),
            "second": known.get(given.confirmed_by, given.confirmed_by),
        }
        key = "gate-authorised-confirmed" if given.confirmed_by else "gate-authorised-by"
        memo.add_paragraph(t("schemes-authorisation") + t("colon") + t(key, **vars(given.leave), **words))
    elif info.adopted and (leave := info.scheme.authorisation):
        words = {"reference": leave.reference, "day": leave.issued_on, "scope": leave.scope}
        memo.add_paragraph(t("memo-authorisation", **words))
    names = ("name", "memo-role", "memo-opinion", "memo-run", "memo-date", "memo-signature")
    rows = [_vote(one, known, t) for one in held.votes]
    blank = [[""] * len(names)] * max(1, SIGNATURES - len(rows))
    _table(memo, [t(name) for name in names], rows + blank)


def _vote(one: Vote, known: Mapping[str, str], t: Text) -> list[str]:
    """A vote as it was given; one that does not count says why."""
    opinion = t("gate-approve" if one.approve else "gate-object")
    said = opinion + (t("colon") + one.why if one.why else "")
    if not one.counts:
        said += t("memo-vote-lapsed")
    role = t(f"role-{one.role}") if one.role else fmt.DASH
    run = fmt.DASH if one.run is None else str(one.run)
    return [known.get(one.by, one.by), role, said, run, _day(one.at), ""]


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


def _packed(memo: WordDocument, made: dt.datetime | None = None) -> bytes:
    """The file, without the moment of writing in it; `made` stands in its properties."""
    memo.core_properties.author = memo.core_properties.last_modified_by = "Steelyard"
    if made is not None:
        memo.core_properties.created = memo.core_properties.modified = made
    written, packed = io.BytesIO(), io.BytesIO()
    memo.save(written)
    with zipfile.ZipFile(written) as parts, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        for name in parts.namelist():
            file.writestr(zipfile.ZipInfo(name, PACKED), parts.read(name), zipfile.ZIP_DEFLATED)
    return packed.getvalue()
