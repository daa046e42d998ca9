"""scheme list, show, export, import, authorise, adopt."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cli.app import acting, app, database, print_json, say, settings
from cli.database import By, Json
from scoring.scheme import Authorisation
from workflow import files, schemes
from workflow.errors import WorkflowError

scheme = typer.Typer(no_args_is_help=True, help="Versions of the scheme and their life.")
app.add_typer(scheme, name="scheme")


def _reference(text: str) -> tuple[str, int | None]:
    code, _, version = text.partition("@")
    if version and not version.isdigit():
        raise WorkflowError("errors-scheme-unknown", code=code, version=version)
    return code, int(version) if version else None


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
            "effective_from": i.effective_from,
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
    typer.echo(schemes.scheme(acting(db, None), db, *_reference(reference)).scheme.to_toml(), nl=False)


@scheme.command("export")
def export(reference: str, file: Path) -> None:
    """Write one version to a file."""
    db = database()
    text = schemes.scheme(acting(db, None), db, *_reference(reference)).scheme.to_toml()
    file.write_text(text, encoding="utf-8")
    say("cli-written", file=str(file))


@scheme.command("import")
def import_(file: Path, note: str = "", by: By = None) -> None:
    """Store a scheme file as a draft, with its indicators."""
    db = database()
    code, version = schemes.store(acting(db, by), db, files.read_scheme(file), note=note)
    say("cli-scheme-stored", code=code, version=version)


@scheme.command("authorise")
def authorise(
    reference: str,
    document: Annotated[str, typer.Option(help="The head office's reference.")],
    issued_on: Annotated[str, typer.Option()],
    scope: Annotated[str, typer.Option()],
    by: By = None,
) -> None:
    """Record the head office's authorisation."""
    db = database()
    actor = acting(db, by)
    info = schemes.scheme(actor, db, *_reference(reference))
    schemes.authorise(actor, db, *info.reference, Authorisation(document, issued_on, scope))
    say("cli-scheme-authorised", code=info.scheme.code, version=info.scheme.version)


@scheme.command("adopt")
def adopt(
    reference: str,
    effective_from: Annotated[str, typer.Option("--from")],
    why: Annotated[str, typer.Option()],
    by: By = None,
) -> None:
    """Adopt a version from the start of a period on; never by its author."""
    db = database()
    actor = acting(db, by)
    info = schemes.scheme(actor, db, *_reference(reference))
    try:
        schemes.adopt(actor, db, *info.reference, effective_from, why)
    except WorkflowError as problem:
        for obstacle in problem.params.get("obstacles", ()):  # type: ignore[attr-defined]
            found = obstacle.finding
            text = found.text(settings.t.lang) if found else settings.t(obstacle.key, **obstacle.params)
            typer.echo(text, err=True)
        raise
    say("cli-scheme-adopted", code=info.scheme.code, version=info.scheme.version, period=effective_from)
