"""backup, backups, backup-plan, restore, repair-log: copies of the database, and putting one back."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cli.database import By, Json
from cli.frame import FAILED, acting, app, database, operating, print_json, say, settings
from workflow.keeping import backups, restoring


@app.command()
def backup(
    to: Annotated[Path | None, typer.Option(help="The folder; default: that of the plan.")] = None,
    by: By = None,
    as_json: Json = False,
) -> None:
    """Make a copy of the database and check it; exit status 1 where proving it gives differences."""
    db = database()
    copy = backups.make(acting(db, by), db, to=to)
    if as_json:
        print_json(_document(copy))
    else:
        say("cli-backup", file=str(copy.file), size=_megabytes(copy), entry=copy.entry or 0)
        if copy.differences:
            say("cli-backup-differs", count=copy.differences)
    if copy.differences:
        raise typer.Exit(FAILED)


@app.command(name="backups")
def backups_(as_json: Json = False) -> None:
    """List the copies that lie beside the database; also while the dashboard runs."""
    found = backups.listed(settings.path)
    if as_json:
        print_json({"copies": [_document(copy) for copy in found]})
        return
    for copy in found:
        state = "unknown" if copy.differences is None else "differs" if copy.differences else "good"
        state_told, made = settings.t(f"backup-state-{state}"), f"{copy.made_at:%Y-%m-%d %H:%M}"
        say("cli-backup-line", file=str(copy.file), made=made, size=_megabytes(copy), state=state_told)
    if not found:
        say("cli-backup-none")


@app.command(name="backup-plan")
def backup_plan(
    on: Annotated[bool | None, typer.Option("--on/--off", help="Whether the dashboard makes copies.")] = None,
    at: Annotated[str | None, typer.Option(help="The time of day, as 02:30.")] = None,
    folder: Annotated[str | None, typer.Option(help="Where; empty: beside the database.")] = None,
    keep: Annotated[int | None, typer.Option(help="How many are kept.")] = None,
    days: Annotated[int | None, typer.Option(help="For how many days.")] = None,
    by: By = None,
) -> None:
    """Show or change when the running dashboard makes copies, where, and how many are kept."""
    db = database()
    actor = acting(db, by)
    held = backups.plan(actor, db)
    if any(value is not None for value in (on, at, folder, keep, days)):
        held = backups.Plan(
            held.on if on is None else on,
            held.at if at is None else at,
            held.folder if folder is None else folder,
            held.keep if keep is None else keep,
            held.days if days is None else days,
        )
        backups.set_plan(actor, db, held)
    key = "backup-plan-on" if held.on else "backup-plan-off"
    say(key, at=held.at, keep=held.keep, days=held.days)


@app.command()
def restore(
    copy: Annotated[Path, typer.Argument(help="A copy: its path, or its name as backups lists it.")],
    yes: Annotated[bool, typer.Option("--yes", help="Without asking.")] = False,
    anyway: Annotated[bool, typer.Option(help="Also where proving the copy gives differences.")] = False,
    by: By = None,
) -> None:
    """Put a copy in the place of the database; what stood there is kept aside."""
    actor = operating(by)
    seen = restoring.outlook(actor, settings.path, copy)
    known = "cli-restore-unknown" if seen.present is None else "cli-restore"
    key = "cli-restore-loses" if seen.lost else known
    say(key, copy=str(seen.copy), entry=seen.entry, present=seen.present or 0, count=seen.lost)
    if not yes:
        typer.confirm(settings.t("cli-restore-sure"), abort=True)
    aside = restoring.restore(actor, settings.path, copy, anyway=anyway)
    say("cli-restored", path=str(settings.path), aside=str(aside or ""), was="yes" if aside else "no")


@app.command(name="repair-log")
def repair_log(by: By = None) -> None:
    """Keep of a damaged log what can be read."""
    kept = restoring.repair_log(operating(by), settings.path)
    say("cli-log-repaired", kept=str(kept))


def _megabytes(copy: backups.Copy) -> str:
    return f"{copy.size / 1e6:.1f}"


def _document(copy: backups.Copy) -> dict[str, object]:
    return {
        "file": str(copy.file),
        "made_at": copy.made_at.isoformat(timespec="seconds"),
        "bytes": copy.size,
        "sha256": copy.sha256,
        "why": copy.why,
        "entry": copy.entry,
        "differences": copy.differences,
    }
