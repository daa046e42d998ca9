"""score, compare, lint: from the database, or on files alone."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from cli.database import Json
from cli.frame import FAILED, acting, app, database, print_json, say, settings
from data.arrays import Facts
from documents.clauses import regulation
from documents.reports import problem_line
from scoring import Comparison, Scheme, ScoreSheet, compare, lint
from scoring.periods import parse_period
from workflow import schemes
from workflow.errors import WorkflowError
from workflow.files import inputs
from workflow.results import export, scores
from workflow.weighing import simulation

MOST_TOLD = 20
METRICS = "Measured values, as `import metrics` takes them."
PeopleFile = Annotated[Path | None, typer.Option(help="Staff list: joining days, teams, who left.")]
EventsFile = Annotated[Path | None, typer.Option(help="Additions, deductions, vetoes.")]
LeaveFile = Annotated[Path | None, typer.Option(help="Leave, with its first and last day.")]
HandoversFile = Annotated[Path | None, typer.Option(help="Books of loans that were taken over.")]


@app.command()
def score(
    period: Annotated[str | None, typer.Argument(help="2026-03, or a range: 2026-01..2026-08.")] = None,
    scheme: Annotated[str | None, typer.Option(help="CODE or CODE@VERSION.")] = None,
    scheme_file: Path | None = None,
    metrics_file: Annotated[Path | None, typer.Option(help=METRICS)] = None,
    people_file: PeopleFile = None,
    events_file: EventsFile = None,
    leave_file: LeaveFile = None,
    handovers_file: HandoversFile = None,
    period_option: Annotated[str | None, typer.Option("--period")] = None,
    everything: Annotated[bool, typer.Option("--all", help="Every period with a result.")] = False,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="csv, json or xlsx by the ending.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Score one period, or several."""
    asked = period or period_option
    if scheme_file is not None and metrics_file is not None:
        rules = inputs.read_scheme(scheme_file)
        given = inputs.Given(metrics_file, people_file, events_file, leave_file, handovers_file)
        facts = facts_of(given, asked, rules)
        code, sheet = inputs.score_files(rules, facts, asked)
        documents = [export.sheet_document(sheet, code, inputs.teams_of(facts, sheet.people))]
        name_refused(sheet)
    elif (asked is None) != everything or scheme_file is not None or metrics_file is not None:
        raise WorkflowError("errors-score-usage")
    else:
        documents = _from_database(asked, scheme)
    if output is not None:
        export.write_sheets(output, documents)
    if as_json:
        one = not everything and ".." not in (asked or "")
        print_json(documents[0] if one else {"periods": documents})
    elif output is not None:
        say("cli-written", file=str(output))
    else:
        for document in documents:
            _print_table(document)


def facts_of(given: inputs.Given, period: str | None, *rules: Scheme) -> Facts:
    """The files as facts. What was mended in them, and which indicators no scheme uses, is said on standard
    error."""
    facts, told = inputs.read_facts(given, rules, period)
    tell(told)
    if left_out := inputs.indicators_left_out(facts, *rules):
        typer.echo(settings.t("cli-left-out", codes=", ".join(left_out)), err=True)
    return facts


def tell(told: Sequence[inputs.Told]) -> None:
    """Say on standard error what is to be told about files; the first things."""
    for found in told[:MOST_TOLD]:
        typer.echo(f"{found.file_name}: {problem_line(found.problem, settings.t)}", err=True)
    if (more := len(told) - MOST_TOLD) > 0:
        typer.echo(settings.t("cli-import-more", count=more), err=True)


def name_refused(*sheets: ScoreSheet) -> None:
    """Say on standard error which cells the rules cannot take, and why; the first ones."""
    cells = list(dict.fromkeys(cell for sheet in sheets for cell in sheet.refused))
    for cell in cells[: inputs.REASONS_SHOWN]:
        typer.echo(settings.t.fault(cell.fault), err=True)
    if (more := len(cells) - inputs.REASONS_SHOWN) > 0:
        typer.echo(settings.t("cli-import-more", count=more), err=True)


def _from_database(periods: str | None, reference: str | None) -> list[dict[str, Any]]:
    """One period, those of a range, or (None) every period with a result."""
    db = database()
    actor = acting(db, None)
    chosen = None
    if reference is not None:
        chosen = schemes.named(actor, db, reference).scheme
    if periods is None:
        wanted = [p.period for p in scores.periods(actor, db) if p.scored or chosen is not None]
    else:
        wanted = scores.between(actor, db, periods)
    scored = [scores.period_sheet(actor, db, one, chosen) for one in wanted]
    for found in scored:
        name_refused(found.sheet)
    return [
        export.sheet_document(found.sheet, found.period, [p.team_id or None for p in found.people])
        for found in scored
    ]


def _print_table(document: dict[str, Any]) -> None:
    t = settings.t
    typer.echo(t("cli-score-heading", period=document["period"], people=document["cohort"]))
    for row in document["rows"]:
        total = "–" if row["total"] is None else f"{row['total']:.2f}"
        typer.echo(f"{row['rank'] or '–':>5}  {row['manager_id']:<12}{total:>9}  {row['grade'] or '–'}")


@app.command(name="compare")
def compare_(
    period: Annotated[str | None, typer.Argument(help="2026-03: of the database.")] = None,
    scheme: Annotated[str | None, typer.Option(help="CODE or CODE@VERSION; else the one in force.")] = None,
    candidate: Annotated[str | None, typer.Option(help="CODE or CODE@VERSION, in place of a file.")] = None,
    scheme_file: Path | None = None,
    candidate_file: Path | None = None,
    metrics_file: Annotated[Path | None, typer.Option(help=METRICS)] = None,
    people_file: PeopleFile = None,
    events_file: EventsFile = None,
    leave_file: LeaveFile = None,
    handovers_file: HandoversFile = None,
    period_option: Annotated[str | None, typer.Option("--period")] = None,
    as_json: Json = False,
) -> None:
    """Before and after a change of scheme: totals, ranks, grades, and the exact split.

    On files alone, or on the database's figures of today, as in the weight lab.
    """
    asked = period or period_option
    named = scheme is not None or candidate is not None
    if scheme_file is not None and candidate_file is not None and metrics_file is not None and not named:
        old, new = inputs.read_scheme(scheme_file), inputs.read_scheme(candidate_file)
        given = inputs.Given(metrics_file, people_file, events_file, leave_file, handovers_file)
        facts = facts_of(given, asked, old, new)
        _, before = inputs.score_files(old, facts, asked)
        _, after = inputs.score_files(new, facts, asked)
        found = compare(before, after)
    elif asked is None or (candidate is None) == (candidate_file is None) or scheme_file or metrics_file:
        raise WorkflowError("errors-compare-usage")
    else:
        found = _compared(asked, scheme, candidate, candidate_file)
    name_refused(found.before, found.after)
    document = export.comparison_document(found)
    if as_json:
        print_json(document)
        return
    say("cli-compare-heading")
    for row in document["rows"]:
        parts = "  ".join(f"{name} {value or 0:+.2f}" for name, value in row["parts"].items())
        was, is_ = row["before"], row["after"]
        typer.echo(
            f"{row['manager_id']:<12}{was['total']} ({was['rank']}) → {is_['total']} ({is_['rank']})  {parts}"
        )


def _compared(period: str, scheme: str | None, candidate: str | None, file: Path | None) -> Comparison:
    """A period of the database under the version in force (or `scheme`), and under another."""
    db = database()
    actor, asked = acting(db, None), parse_period(period)
    if scheme is not None:
        reference = schemes.named(actor, db, scheme).reference
    else:
        found = schemes.in_force_reference(actor, db, asked)
        if found is None:
            raise WorkflowError("errors-no-scheme-in-force", period=asked.code)
        reference = found
    other = inputs.read_scheme(file) if file else schemes.named(actor, db, candidate or "").scheme
    begun = simulation.start(actor, db, reference, asked)
    return simulation.under(actor, db, begun, other).comparisons[-1][1]


@app.command(name="lint")
def lint_(
    file: Path,
    rules: Annotated[str, typer.Option(help="bank, or plain: without the supervisor's.")] = "bank",
    as_json: Json = False,
) -> None:
    """Check a scheme file; exit status 1 when a rule of level error fires."""
    if rules not in lint.RULE_SETS:
        raise WorkflowError("errors-rule-set", name=rules, choices=", ".join(lint.RULE_SETS))
    text, t = inputs.read_scheme_text(file), settings.t
    findings = lint.check_text(text, lint.LintSettings(rule_set=rules))
    articles = regulation(Scheme.reading(text).scheme, t)
    if as_json:
        print_json(
            {
                "findings": [
                    {
                        "rule": f.rule,
                        "severity": f.severity,
                        "indicator": f.where,
                        "message": t.finding(f),
                        "citation": t.citation(f),
                        "article": None if (said := articles.about(f)) is None else said.number,
                    }
                    for f in findings
                ]
            }
        )
    else:
        for f in findings:
            said_in = f"{t.finding(f)}{articles.see(f, t)}"
            typer.echo(f"{f.rule} {t(f'severity-{f.severity}')} {said_in} [{t.citation(f)}]")
        say("cli-lint-count", count=len(findings))
    if any(f.severity == "error" for f in findings):
        raise SystemExit(FAILED)
