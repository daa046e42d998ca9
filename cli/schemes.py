"""scheme list, show, export, import, and the life of a version: propose … adopt, retire."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from access import accounts
from access.actor import Actor
from cli.database import By, Json
from cli.frame import FAILED, acting, app, database, print_json, say, settings
from cli.scoring import tell
from data.database import Database
from documents import phrases
from documents.clauses import annotated, regulation
from scoring import Scheme
from scoring.periods import parse_period
from scoring.scheme import Authorisation, SchemeReference
from words import format as fmt
from workflow import schemes
from workflow.adoption import gate, impact, lifecycle, retirement
from workflow.errors import WorkflowError
from workflow.files import beginnings, inputs
from workflow.results import scores
from workflow.weighing import cost as trial_cost

From = Annotated[str, typer.Option("--from", help="The first period it holds in.")]
Why = Annotated[str, typer.Option()]
RETIREMENT = ("propose", "approve", "object", "notice", "reason", "withdraw")

scheme = typer.Typer(no_args_is_help=True, help="Versions of the scheme and their life.")
app.add_typer(scheme, name="scheme")


@scheme.command("list")
def list_(as_json: Json = False) -> None:
    """Every stored version."""
    db = database()
    found = schemes.schemes(acting(db, None), db)
    rows = [
        {
            "code": i.scheme.code,
            "version": i.scheme.version,
            "name": settings.t.name(i.scheme.name, i.scheme.code),
            "status": i.status,
            "effective_from": i.effective_from and i.effective_from.code,
        }
        for i in found
    ]
    if as_json:
        print_json({"schemes": rows})
        return
    for row in rows:
        status = settings.t(f"scheme-status-{row['status']}")
        typer.echo(f"{row['code']}@{row['version']}\t{row['name']}\t{status}\t{row['effective_from'] or '–'}")


@scheme.command("show")
def show(reference: str) -> None:
    """One version as a file, on standard output."""
    db = database()
    typer.echo(schemes.named(acting(db, None), db, reference).scheme.to_toml(), nl=False)


@scheme.command("new")
def new(
    file: Annotated[Path, typer.Argument(help="What it is written to.")] = Path("scheme.toml"),
    from_metrics: Annotated[
        Path | None, typer.Option(help="Measured values: each column becomes an indicator.")
    ] = None,
) -> None:
    """Write a scheme file to begin with, each key explained."""
    if file.exists():
        raise WorkflowError("errors-file-exists", file=str(file))
    told: tuple[inputs.Told, ...] = ()
    if from_metrics is None:
        begun = beginnings.first()
    else:
        begun, told = beginnings.from_metrics(from_metrics)
    file.write_text(annotated(begun, settings.t), encoding="utf-8")
    tell(told)
    say("cli-written", file=str(file))


@scheme.command("explain")
def explain(
    scheme: Annotated[str, typer.Argument(help="A scheme file, or CODE@VERSION.")],
) -> None:
    """A scheme in numbered articles, as a regulation says it.

    A file that cannot be used is read as far as it goes; what is wrong is said, and the exit status is 1.
    """
    t = settings.t
    if Path(scheme).is_file() or "@" not in scheme:
        reading = Scheme.reading(inputs.read_scheme_text(Path(scheme)))
        held, faults = reading.scheme, reading.faults
    else:
        db = database()
        held, faults = schemes.named(acting(db, None), db, scheme).scheme, ()
    for line in regulation(held, t).lines(t):
        typer.echo(line)
    for fault in faults:
        typer.echo(t.fault(fault), err=True)
    if faults:
        raise SystemExit(FAILED)


@scheme.command("status")
def status(reference: str, by: By = None) -> None:
    """What a version still lacks, and what was said about it."""
    db, actor, found = _begin(reference, by)
    info, t = schemes.scheme(actor, db, found), settings.t
    held = gate.standing(actor, db, info)
    if against := phrases.objections(held.objections, accounts.names(db), t):
        typer.echo(against)
    for requirement in gate.requirements(actor, db, info, gate.beginning(info)):
        state = t("gate-met" if requirement.met else "gate-unmet")
        typer.echo(f"{t(f'gate-{requirement.name}')}{t('colon')}{state}")
        for obstacle in (*requirement.obstacles, *requirement.remarks):
            typer.echo(f"  {_words(obstacle)}")


@scheme.command("export")
def export(reference: str, file: Path) -> None:
    """Write one version to a file."""
    db = database()
    text = schemes.named(acting(db, None), db, reference).scheme.to_toml()
    file.write_text(text, encoding="utf-8")
    say("cli-written", file=str(file))


@scheme.command("import")
def import_(file: Path, note: str = "", by: By = None) -> None:
    """Store a scheme file as a draft, with its indicators."""
    db = database()
    stored = schemes.store(acting(db, by), db, inputs.read_scheme(file), note=note)
    say("cli-scheme-stored", **stored._asdict())


@scheme.command("authorise")
def authorise(
    reference: str,
    document: Annotated[str, typer.Option(help="The head office's reference.")],
    issued_on: Annotated[str, typer.Option()],
    scope: Annotated[str, typer.Option()],
    by: By = None,
) -> None:
    """Record the head office's authorisation."""
    db, actor, found = _begin(reference, by)
    lifecycle.authorise(actor, db, found, Authorisation(document, issued_on, scope))
    say("cli-scheme-authorised", **found._asdict())


@scheme.command("confirm-authorisation")
def confirm_authorisation(reference: str, by: By = None) -> None:
    """Confirm, having seen the head office's document, what another person recorded."""
    db, actor, found = _begin(reference, by)
    lifecycle.confirm_authorisation(actor, db, found)
    say("cli-scheme-confirmed", **found._asdict(), by=actor.username)


@scheme.command("propose")
def propose(reference: str, effective_from: From, why: Why, by: By = None) -> None:
    """Put a draft before the committee, with the run of what it does to everybody."""
    db, actor, found = _begin(reference, by)
    with _refusals():
        lifecycle.propose(actor, db, found, parse_period(effective_from), why)
    say("cli-scheme-proposed", **found._asdict(), period=effective_from)


@scheme.command("impact")
def run_impact(reference: str, as_json: Json = False, by: By = None) -> None:
    """Work out again what a version does to everybody, on today's figures."""
    db, actor, found = _begin(reference, by)
    kept = impact.run(actor, db, found)
    if kept is None:
        say("cli-impact-none", **found._asdict())
    elif as_json:
        print_json({"run": kept.run_id, "data": kept.data_sha256, **kept.outcome.document()})
    else:
        say("cli-impact", run=kept.run_id, moved=kept.outcome.moved, data=kept.data_sha256)


@scheme.command("cost")
def cost(
    before: str,
    after: str,
    to: Annotated[str | None, typer.Option(help="2026-10; else the newest period.")] = None,
    last: Annotated[int, typer.Option(min=1, help="So many periods up to it.")] = trial_cost.PERIODS,
    as_json: Json = False,
    by: By = None,
) -> None:
    """What one version pays beside another over past periods, and who gains and loses, as a table."""
    db, actor, first = _begin(before, by)
    second = schemes.named(actor, db, after).reference
    known = [info.period for info in scores.periods(actor, db)]
    if not known:
        raise WorkflowError("errors-validity-empty")
    end = parse_period(to) if to else known[-1]
    found = trial_cost.compared(actor, db, first, second, end, last)
    if as_json:
        print_json(asdict(found) | {"before": str(found.before), "after": str(found.after)})
    else:
        _cost_table(found)


def _cost_table(found: trial_cost.LongCost) -> None:
    t, total = settings.t, found.total
    sides = {"before": str(found.before), "after": str(found.after)}
    span = {"first": found.periods[0], "last": found.periods[-1], "periods": len(found.periods)}
    say("cli-cost-title", **sides, **span)
    each = total.before // total.people, total.after // total.people
    rows = [(t("cli-cost-total"), total.before, total.after), (t("cli-cost-each"), *each)]
    rows.append((t("cli-cost-held"), *found.held))
    for kind, groups in found.groups.items():
        for one in groups:
            name = phrases.group(one.name, kind, found.teams, t)
            rows.append((t("cli-cost-group", group=name), one.before, one.after))
    typer.echo(f"\n| {t('cli-cost-item')} | {sides['before']} | {sides['after']} | {t('cli-cost-change')} |")
    typer.echo("|---|---:|---:|---:|")
    for name, was, now in rows:
        typer.echo(f"| {' | '.join((name, *phrases.cost(was, now, t)))} |")
    typer.echo("")
    say("cli-cost-who", all=total.people, gaining=total.gaining, losing=total.losing)
    moves = {"moved": fmt.number(found.moved, 1), "regraded": fmt.number(found.regraded, 1)}
    say("cli-cost-moves", **moves, most=fmt.percent(found.most))


@scheme.command("approve")
def approve(reference: str, why: Annotated[str, typer.Option()] = "", by: By = None) -> None:
    """Approve a proposal as a member of the committee or as the president; never its author."""
    db, actor, found = _begin(reference, by)
    lifecycle.vote(actor, db, found, approve=True, why=why)
    say("cli-scheme-approved", **found._asdict(), by=actor.username)


@scheme.command("object")
def object_(reference: str, why: Why, by: By = None) -> None:
    """Object to a proposal, with the reason."""
    db, actor, found = _begin(reference, by)
    lifecycle.vote(actor, db, found, approve=False, why=why)
    say("cli-scheme-objected", **found._asdict(), by=actor.username)


@scheme.command("reason")
def reason(reference: str, rule: str, why: Why, by: By = None) -> None:
    """Write down why a warning is accepted, e.g. RULE = "W03 G01"."""
    db, actor, found = _begin(reference, by)
    lifecycle.reason(actor, db, found, rule, why)
    say("cli-scheme-reasoned", **found._asdict(), rule=rule)


@scheme.command("notice")
def notice(reference: str, by: By = None) -> None:
    """Post a proposal for the staff to read."""
    db, actor, found = _begin(reference, by)
    with _refusals():
        lifecycle.give_notice(actor, db, found)
    say("cli-scheme-in-notice", **found._asdict())


@scheme.command("adopt")
def adopt(reference: str, effective_from: From, why: Why, by: By = None) -> None:
    """Adopt a version from the start of a period on; never by its author."""
    db, actor, found = _begin(reference, by)
    with _refusals():
        lifecycle.adopt(actor, db, found, parse_period(effective_from), why)
    say("cli-scheme-adopted", **found._asdict(), period=effective_from)


@scheme.command("retire")
def retire(reference: str, why: Why, by: By = None) -> None:
    """Lay a version aside; an adopted one needs `retirement` first. What was scored by it stays."""
    db, actor, found = _begin(reference, by)
    with _refusals():
        lifecycle.retire(actor, db, found, why)
    say("cli-scheme-retired", **found._asdict())


@scheme.command("retirement")
def retirement_(
    step: Annotated[str, typer.Argument(help=", ".join(RETIREMENT))],
    reference: str,
    why: Annotated[str, typer.Option()] = "",
    by: By = None,
) -> None:
    """A step towards laying an adopted version aside."""
    if step not in RETIREMENT:
        raise WorkflowError("errors-retire-step", step=step, steps=", ".join(RETIREMENT))
    db, actor, found = _begin(reference, by)
    with _refusals():
        if step in ("approve", "object"):
            retirement.vote(actor, db, found, approve=step == "approve", why=why)
        elif step == "notice":
            retirement.give_notice(actor, db, found)
        else:
            work = {"propose": retirement.propose, "reason": retirement.reason}
            work.get(step, retirement.withdraw)(actor, db, found, why)
    say("cli-retirement", **found._asdict(), step=step)


def _begin(reference: str, by: str | None) -> tuple[Database, Actor, SchemeReference]:
    db = database()
    actor = acting(db, by)
    return db, actor, schemes.named(actor, db, reference).reference


@contextmanager
def _refusals() -> Iterator[None]:
    """Each obstacle in a line of its own before the refusal."""
    try:
        yield
    except WorkflowError as problem:
        against = problem.params.get("obstacles")
        for obstacle in against if isinstance(against, tuple) else ():
            typer.echo(_words(obstacle), err=True)
        raise


def _words(obstacle: gate.Obstacle) -> str:
    found, t = obstacle.finding, settings.t
    return t.finding(found) if found else t(obstacle.key, **obstacle.params)
