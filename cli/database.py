"""init, setup, import."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from access.actor import operator
from cli.frame import FAILED, acting, app, database, print_json, say, settings
from data.reading.problems import SEVERITIES, Problem, Question
from documents.reports import choice_words, problem_line, question_line
from workflow.branch import demo_branch, setup
from workflow.errors import WorkflowError
from workflow.intake import imports

By = Annotated[str | None, typer.Option(help="Who does it; kept in the trail.")]
Json = Annotated[bool, typer.Option("--json", help="One JSON document on standard output.")]


@app.command()
def init(
    demo: Annotated[bool, typer.Option(help="Fill in an invented branch.")] = False,
    managers: int = 48,
    months: int = 36,
) -> None:
    """Create the database or bring it up to date."""
    db = database(create=True)
    if demo:
        demo_branch.load(operator("init"), db, managers, months)
        say("cli-demo-ready", path=str(settings.path), managers=managers, months=months)
    else:
        say("cli-init-ready", path=str(settings.path))


@app.command(name="setup")
def setup_(
    name_zh: Annotated[str, typer.Option(help="The branch's name in Chinese.")] = "",
    name_en: Annotated[str, typer.Option(help="The branch's name in English.")] = "",
    rules: Annotated[str | None, typer.Option(help="Checks of schemes: bank, or plain.")] = None,
    by: By = None,
) -> None:
    """Give the branch its name, choose the checks of its schemes."""
    db = database()
    actor = acting(db, by)
    if rules is not None:
        setup.set_rules(actor, db, rules)
        say("cli-setup-rules", name=rules)
    if name_zh or name_en or rules is None:
        branch = setup.rename(actor, db, name_zh, name_en)
        say("cli-setup", zh=branch[0], en=branch[1])


@app.command(name="import")
def import_(
    kind: Annotated[str, typer.Argument(help=", ".join(imports.KINDS))],
    file: Annotated[Path, typer.Argument(help="docs/files.md says what it may look like.")],
    period: Annotated[str | None, typer.Option(help="Stands in every row where the file has none.")] = None,
    sheet: Annotated[str | None, typer.Option(help="Default: every one with the heading.")] = None,
    mapping: Annotated[Path | None, typer.Option(help="How headings are read (TOML).")] = None,
    by: By = None,
    dry_run: bool = False,
    accept_valid: bool = False,
    again: Annotated[bool, typer.Option(help="The very same file is meant once more.")] = False,
    answer: Annotated[
        list[str] | None, typer.Option(help="KEY=CHOICE of a doubt, as --json lists them; several times.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Read a file; its rows wait until a second person approves them."""
    db = database()
    done = imports.import_file(
        *(acting(db, by), db, kind, file),
        period=period,
        sheet=sheet,
        mapping=mapping,
        accept_valid=accept_valid,
        again=again,
        answers=dict(_answer(text) for text in answer or ()),
        dry_run=dry_run,
    )
    if as_json:
        keys = ("manager_id", "period", "indicator", "value")
        rows = done.judged.accepted
        accepted = rows[[k for k in keys if k in rows]].astype(object)
        print_json(
            {
                "batch": done.batch,
                "status": done.status,
                "rows_read": done.judged.rows_read,
                "accepted": accepted.where(accepted.notna(), None).to_dict("records"),
                "problems": [problem_document(p) for p in done.judged.problems],
                "questions": [_question(q) for q in done.judged.questions],
            }
        )
    else:
        first = sorted(done.judged.problems, key=lambda p: SEVERITIES.index(p.severity))
        for problem in first[:20]:
            typer.echo(str(problem_document(problem)["message"]), err=True)
        if (more := len(done.judged.problems) - 20) > 0:
            typer.echo(settings.t("cli-import-more", count=more), err=True)
        counts = {"read": done.judged.rows_read, "taken": len(done.judged.accepted), "batch": done.batch or 0}
        say(f"cli-import-{done.status}", file=file.name, **counts)
    if done.judged.refused:
        raise SystemExit(FAILED)


def _answer(text: str) -> tuple[str, str]:
    key, sign, choice = text.rpartition("=")
    if not sign:
        raise WorkflowError("errors-answer-form", answer=text)
    return key, choice


def _question(question: Question) -> dict[str, object]:
    t = settings.t
    return {
        "key": question.key,
        "message": question_line(question, t),
        "choices": [{"key": c.key, "message": choice_words(c, t)} for c in question.choices],
    }


def problem_document(problem: Problem) -> dict[str, object]:
    """One thing said about a file, as documents carry it."""
    return {
        "sheet": problem.sheet,
        "row": problem.row or 0,
        "column": problem.column,
        "raw": problem.raw,
        "rule": problem.rule,
        "severity": problem.severity,
        "message": problem_line(problem, settings.t),
    }
