"""stability, payoff, weights, validity: how firm a ranking is, what pays, where weights may come from, and
what the scores mean."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from cli.database import By, Json
from cli.frame import acting, app, database, print_json, say, settings
from cli.scoring import METRICS, EventsFile, HandoversFile, LeaveFile, PeopleFile, facts_of, name_refused
from documents import validity as written
from documents.clauses.cliffs import done, place, subject
from documents.clauses.names import names_of
from scoring import ScoreSheet
from scoring.change.cliffs import cliffs
from scoring.change.payoff import typical_payoffs
from scoring.periods import parse_period
from words import format as fmt
from workflow import schemes
from workflow.errors import WorkflowError
from workflow.files import analysis, criteria, inputs
from workflow.results import scores
from workflow.validity import outcomes
from workflow.validity.history import PERIODS
from workflow.validity.report import report


def _scored(scheme_file: Path, given: inputs.Given, period: str | None) -> ScoreSheet:
    """The sheet of files alone; what was refused of them is named."""
    rules = inputs.read_scheme(scheme_file)
    _, sheet = inputs.score_files(rules, facts_of(given, period, rules), period)
    name_refused(sheet)
    return sheet


@app.command()
def stability(
    scheme_file: Annotated[Path, typer.Option()],
    metrics_file: Annotated[Path, typer.Option(help=METRICS)],
    people_file: PeopleFile = None,
    events_file: EventsFile = None,
    leave_file: LeaveFile = None,
    handovers_file: HandoversFile = None,
    period: str | None = None,
    draws: Annotated[int, typer.Option(min=1, help="Random weight vectors.")] = 1_000,
    seed: int = 0,
    top: Annotated[int, typer.Option(min=1, help="Who is among the first so many.")] = 3,
    as_json: Json = False,
) -> None:
    """Stability intervals, smallest flips of neighbours, rank acceptability."""
    given = inputs.Given(metrics_file, people_file, events_file, leave_file, handovers_file)
    sheet = _scored(scheme_file, given, period)
    with typer.progressbar(length=1_000, file=_err()) as bar:
        done = 0

        def show(share: float) -> None:
            nonlocal done
            bar.update(int(1_000 * share) - done)
            done = int(1_000 * share)

        document = analysis.stability_document(sheet, draws=draws, seed=seed, top=top, progress=show)
    if as_json:
        print_json(document)
    else:
        _print(document)


def _err() -> Any:
    return typer.get_text_stream("stderr")


def _print(document: dict[str, Any]) -> None:
    if not document["exact"]:
        say("cli-stability-sampled")
    say("cli-stability-intervals")
    for code, (low, high) in document["intervals"].items():
        typer.echo(f"  {code:<12}{low:8.3f} – {high:.3f}")
    say("cli-stability-flips")
    for flip in document["flips"]:
        size = settings.t("cli-stability-none") if flip["l1"] is None else f"{flip['l1']:.3f}"
        typer.echo(f"  {flip['upper']} / {flip['lower']}  {size}")
    say("cli-stability-ranks", top=document["top"], draws=document["draws"], seed=document["seed"])
    for person, rank in sorted(document["expected_rank"].items(), key=lambda item: item[1]):
        typer.echo(f"  {person:<12}{rank:8.2f}{100 * document['top_probability'][person]:8.1f}%")


@app.command()
def payoff(
    scheme_file: Annotated[Path, typer.Option()],
    metrics_file: Annotated[Path, typer.Option(help=METRICS)],
    people_file: PeopleFile = None,
    events_file: EventsFile = None,
    leave_file: LeaveFile = None,
    handovers_file: HandoversFile = None,
    period: str | None = None,
    as_json: Json = False,
) -> None:
    """What one more unit is worth, and where totals jump: by rules, whole steps and conditions."""
    given = inputs.Given(metrics_file, people_file, events_file, leave_file, handovers_file)
    sheet = _scored(scheme_file, given, period)
    if as_json:
        print_json(analysis.payoff_document(sheet))
        return
    t, names = settings.t, names_of(sheet.scheme, settings.t)
    say("cli-payoff-units")
    for code, points in typical_payoffs(sheet).items():
        typer.echo(f"  {'–' if points != points else fmt.plus(points, 3):>10}  {names.get(code, code)}")
    say("cli-payoff-cliffs")
    for one in cliffs(sheet):
        words = (subject(one, names, t), place(one, names, t), done(one, names, t))
        sizes = f"{fmt.plus(one.points)} / {fmt.plus(one.most)}" if one.most else "–"
        typer.echo(f"  {sizes:>18}  {one.people:>5}  {'  '.join(words)}")


@app.command()
def weights(method: str, file: Path, as_json: Json = False) -> None:
    """Weights from judgements (ahp, best-worst) or data (entropy, critic, standard-deviation)."""
    document: dict[str, Any] = analysis.weights_document(criteria.derive(method, file))
    if as_json:
        print_json(document)
        return
    say("cli-weights-heading", method=document["method"])
    for name, share in document["weights"].items():
        typer.echo(f"  {name:<20}{100 * share:8.3f}%")
    if "consistency_ratio" in document and document["consistency_ratio"] is not None:
        say("cli-weights-consistency", ratio=f"{document['consistency_ratio']:.4f}")
    if "random_index" in document:
        say("cli-weights-table", table=document["random_index"])
    if worst := document.get("worst_judgement"):
        say(
            "cli-weights-worst",
            first=worst["first"],
            second=worst["second"],
            given=f"{worst['given']:g}",
            implied=f"{worst['implied']:.2f}",
        )
    if constant := document.get("constant"):
        say("cli-weights-constant", names=", ".join(constant))


@app.command()
def validity(
    period: Annotated[str | None, typer.Argument(help="2026-03; else the newest with a result.")] = None,
    first: Annotated[str | None, typer.Option("--from", help="Earliest period looked back to.")] = None,
    last: Annotated[str | None, typer.Option("--to", help="The same as PERIOD.")] = None,
    by: By = None,
    as_json: Json = False,
) -> None:
    """Effective weights, teams, reliability and outcomes: the figures of the page."""
    db = database()
    actor = acting(db, by)
    if period is not None and last is not None:
        raise WorkflowError("errors-validity-usage")
    asked = period or last
    known = [info.period for info in scores.periods(actor, db) if info.scored]
    if not known:
        raise WorkflowError("errors-validity-empty")
    end = parse_period(asked) if asked else known[-1]
    count = PERIODS
    if first is not None:
        count = len(scores.between(actor, db, f"{first}..{end.code}"))
    found = report(actor, db, end, count)
    scheme = scores.period_sheet(actor, db, end).scheme
    if as_json:
        adopted = [i.reference for i in schemes.schemes(actor, db) if i.adopted]
        beside = {str(r): outcomes.beside(actor, db, r, end, count) for r in adopted} if found.told else {}
        print_json(written.document(found, beside))
        return
    names = {i.code: settings.t.name(i.name, i.code) for i in scheme.indicators}
    for line in written.lines(found, names, settings.t):
        typer.echo(line)
