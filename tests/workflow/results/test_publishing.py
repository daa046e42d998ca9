"""Published results stay as they were, and can be proved here and on another machine."""

import json
import shutil

import pytest

from access import accounts, audit
from access.errors import AccessDenied
from data import clock
from scoring.periods import parse_period, period_of
from tests.branch import FIRST, LI, MANAGER, PRESIDENT, SECOND, last, refused
from tests.stored import put_values
from workflow.appeals import filing, standing
from workflow.results import proof, publishing, scores


def correct(db, period, change: float = 20.0) -> None:
    """A later row for a value supersedes it."""

    def work(cursor) -> None:
        put_values(
            cursor,
            """
            SELECT manager_id, indicator_code, period, value + ?, batch_id, current_localtimestamp()
            FROM measurement WHERE period = ? AND manager_id = 'CM05' AND indicator_code = 'R01'
            """,
            [change, period.code],
        )
        audit.append(cursor, FIRST, "correct", "CM05", {})

    db.write(work)


def total(db, period, manager="CM05") -> float:
    sheet = scores.period_sheet(FIRST, db, period).sheet
    return float(sheet.exact[sheet.people.index(manager)])


def test_a_published_period_stays_as_it_was_until_it_is_opened_with_a_reason(db):
    period = last(db)
    before, found = total(db, period), scores.period_sheet(FIRST, db, period)
    assert found.sha256 == publishing.results(FIRST, db, period)[-1].sha256
    correct(db, period)
    assert total(db, period) == before
    live = scores.live(db, period)
    assert live.sheet.exact[live.sheet.people.index("CM05")] < before  # more bad loans, fewer points

    assert refused(publishing.publish, FIRST, db, period) == "errors-publish-again"
    assert refused(publishing.reopen, FIRST, db, period, " ") == "errors-reason-needed"
    publishing.reopen(FIRST, db, period, "a bad loan was booked late")
    assert scores.period_sheet(FIRST, db, period).sha256 is None and total(db, period) < before
    assert refused(publishing.reopen, FIRST, db, period, "again") == "errors-period-not-published"

    publishing.publish(SECOND, db, period)
    old, new = publishing.results(FIRST, db, period)
    assert old.sha256 == found.sha256 != new.sha256
    assert scores.period_sheet(FIRST, db, period).sha256 == new.sha256
    assert [e.state for e in publishing.history(FIRST, db, period)] == ["notice", "collecting", "notice"]
    assert proof.verify(FIRST, db).clean


def test_a_period_moves_step_by_step(db):
    period = last(db)
    assert refused(publishing.advance, FIRST, db, period, "final") == "errors-period-state"
    publishing.advance(FIRST, db, period, "appeals")
    for one in standing.appeals(LI, db, period):  # of the invented branch
        if one.is_open:
            filing.withdraw(accounts.in_use(db, one.manager_id.lower()), db, one.appeal_id)
    publishing.advance(FIRST, db, period, "final")
    publishing.reopen(FIRST, db, period, "an appeal was right")
    publishing.advance(FIRST, db, period, "checked")
    publishing.advance(FIRST, db, period, "scored")
    # The state "notice" is reached by publishing alone, never without a frozen result.
    assert refused(publishing.advance, FIRST, db, period, "notice") == "errors-period-state"


def test_a_period_that_runs_or_has_no_data_is_not_published(db):
    now = period_of(clock.today(), "month")
    assert refused(publishing.publish, FIRST, db, now) == "errors-publish-running"
    assert refused(publishing.publish, FIRST, db, parse_period("2020-01")) == "errors-no-scheme-in-force"
    for call in (
        lambda: publishing.publish(MANAGER, db, last(db)),
        lambda: publishing.reopen(MANAGER, db, last(db), "mine is wrong"),
        lambda: proof.verify(MANAGER, db),
    ):
        with pytest.raises(AccessDenied):
            call()


def test_whatever_is_stored_while_a_period_is_scored_stops_the_publishing(db):
    period = last(db)
    publishing.reopen(FIRST, db, period, "why")

    def meanwhile(*arguments):
        found = live(*arguments)
        correct(db, period)
        return found

    live = scores.live
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(scores, "live", meanwhile)
        assert refused(publishing.publish, FIRST, db, period) == "errors-publish-moved"
    assert len(publishing.results(FIRST, db, period)) == 1


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE score_sheet SET content = replace(content::VARCHAR, '\"A\"', '\"B\"')::JSON", "verify-hash"),
        ("UPDATE score_sheet SET inputs_sha256 = 'x' WHERE sheet_id = 2", "verify-inputs"),
        ("DELETE FROM score_sheet WHERE sheet_id = 5", "verify-gone"),
        ("UPDATE audit SET actor = 'nobody' WHERE seq = 5", "verify-chain"),
        ("UPDATE scheme_version SET toml = replace(toml, '30', '31') WHERE version = 1", "verify-scheme"),
    ],
)
def test_whoever_changes_the_file_by_hand_is_found_out(db, statement, told):
    assert proof.verify(PRESIDENT, db).clean
    db.write(lambda cursor: cursor.execute(statement))
    assert told in {d.key for d in proof.verify(PRESIDENT, db).differences}


def test_a_result_forged_with_its_hash_is_told_by_the_trail(db):
    """The content and its hash changed together: the trail still knows the hash that was published."""
    db.write(
        lambda cursor: cursor.execute(
            """
            UPDATE score_sheet SET content = replace(content::VARCHAR, '"A"', '"B"')::JSON,
                content_sha256 = sha256(replace(content::VARCHAR, '"A"', '"B"'))
            """
        )
    )
    assert {d.key for d in proof.verify(PRESIDENT, db).differences} == {"verify-hash", "verify-rows-changed"}


def test_a_package_is_proved_without_the_database(db, tmp_path):
    package = proof.export_period(PRESIDENT, db, last(db), tmp_path / "package")
    assert proof.verify_package(package).clean
    assert refused(proof.export_period, PRESIDENT, db, last(db), package) == "errors-package-folder"
    assert refused(proof.verify_package, tmp_path) == "errors-package"
    for name in ("period.json", "scheme.toml", "scores.csv"):
        forged = shutil.copytree(package, tmp_path / f"forged-{name}")
        path = forged / name
        path.write_text(path.read_text(encoding="utf-8").replace("9", "8", 1), encoding="utf-8")
        assert not proof.verify_package(forged).clean
    # Content, hash and manifest forged together: scored again, the result is another one.
    forged = shutil.copytree(package, tmp_path / "forged")
    content = json.loads((forged / "period.json").read_text(encoding="utf-8"))
    content["results"]["totals"][0] += 1
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    (forged / "period.json").write_text(text, encoding="utf-8")
    manifest = json.loads((forged / "manifest.json").read_text(encoding="utf-8"))
    manifest["sha256"] = proof.frozen.sha256(text)
    manifest["files"]["period.json"] = manifest["sha256"]
    (forged / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    assert {d.key for d in proof.verify_package(forged).differences} == {"verify-result"}
