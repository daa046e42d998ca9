"""Whoever reads the database file reads no answer, and whoever has the key, too, joins none with a rater."""

import json
import re
import shutil
import stat
from concurrent.futures import ThreadPoolExecutor

import pytest

from access import audit
from data.database import Database
from data.errors import VaultClosed
from data.stores.reviews import ballot_store
from data.stores.reviews.vault import Sealer, Vault, key_file, vault
from tests.workflow.reviews import campaign as steps
from tests.workflow.reviews.campaign import LI, PERIOD, ZHAO
from workflow.reviews import answering, campaigns, drawing, forms

SAID = "恕我直言 he signs for customers"
CONFIDENTIAL = ("group", "ratee", "levels", "cannot", "comments")


@pytest.fixture
def answered(db):
    """Everybody has answered about CM01 (superior, colleagues, oneself, customers), one has saved."""
    number = steps.begun(db, ratees={"CM01", "CM02"})
    for one in steps.asked(db, number, ratee="CM01"):
        steps.hand_in(db, one, 2, {"teamwork": SAID})
    steps.by_link(db, number, "CM01", 5, 4)
    task = steps.asked(db, number, ratee="CM02", group="peers")[0]
    answering.save(steps.who(db, task.rater), db, task.assignment_id, {"teamwork": 1}, (), {"teamwork": SAID})
    return number


def everything(db):
    """Every cell of every table as text."""
    with db.read() as cursor:
        tables = [t for (t,) in cursor.execute("SELECT table_name FROM duckdb_tables()").fetchall()]
        assert {"review_ballot", "review_draft", "audit"} <= set(tables)
        return {t: str(cursor.execute(f"SELECT * FROM {t}").fetchall()) for t in tables}


def nothing_in(folder):
    """No file of the database, its log among them, holds what was said."""
    for file in folder.iterdir():
        held = file.read_bytes()
        assert SAID.encode() not in held and b'"levels"' not in held, file.name


def test_nothing_that_was_said_stands_in_any_table_or_in_the_bytes_of_the_file(db, answered):
    for table, text in everything(db).items():
        assert SAID not in text and "levels" not in text and '"teamwork": 2' not in text, table
    assert db.path.with_name(f"{db.path.name}.wal").stat().st_size > 10_000
    nothing_in(db.path.parent)
    db.close()
    nothing_in(db.path.parent)


def test_with_the_key_ballots_of_colleagues_and_customers_say_nothing_of_who_gave_them(db, answered):
    with db.read() as cursor:
        opened = ballot_store.ballots(cursor, vault(db.path), answered)
        rows = cursor.execute("SELECT ballot_id, campaign_id, sealed FROM review_ballot").fetchall()
    assert sorted(b["group"] for b in opened) == [*["customers"] * 2, *["peers"] * 4, "self", "superior"]
    raters = {a.rater for a in steps.asked(db, answered)}
    for ballot in opened:
        if ballot["group"] in forms.CONFIDENTIAL:
            assert set(ballot) == set(CONFIDENTIAL)
            assert not any(rater in str(ballot) for rater in raters)
        else:
            assert ballot["rater"] == {"superior": LI.username, "self": "cm01"}[ballot["group"]]
    # All of one length, without a moment, in the order of numbers that are random.
    assert {len(sealed) for *_, sealed in rows} == {len(rows[0][2])}
    assert {sealed[1:9] for *_, sealed in rows} == {bytes(8)}
    assert [number for number, *_ in rows] == sorted(number for number, *_ in rows)
    with db.read() as cursor:
        assert cursor.execute("SELECT count(*) FROM review_submission").fetchall() == [(6,)]
        columns = cursor.execute(
            "SELECT column_name FROM duckdb_columns()"
            " WHERE table_name IN ('review_submission', 'review_ballot')"
        ).fetchall()
    assert {c for (c,) in columns} == {"assignment_id", "ballot_id", "campaign_id", "sealed"}


def test_two_copies_do_not_tell_which_ballot_is_new(db, answered):
    def held():
        with db.read() as cursor:
            return cursor.execute("SELECT ballot_id, sealed FROM review_ballot").fetchall()

    before = held()
    steps.hand_in(db, steps.asked(db, answered, ratee="CM02", group="peers")[1])
    after = held()
    assert len(after) == len(before) + 1
    assert not {number for number, _ in before} & {number for number, _ in after}
    assert not {sealed for _, sealed in before} & {sealed for _, sealed in after}


def found_in_bytes(db, length):
    """Everything that the keys open of what lies in the bytes of the database's files, deleted rows too."""
    held = json.loads(key_file(db.path).read_text())
    sealers = [
        Sealer(key) for key in (held["lasting"], *(k for keys in held["states"].values() for k in keys))
    ]
    raw = b"".join(f.read_bytes() for f in db.path.parent.iterdir() if f != key_file(db.path))
    places = [m.start() for m in re.finditer(re.escape(b"\x80" + bytes(8)), raw)]
    opened = [(sealer.opened(raw[at : at + length]), at) for at in places for sealer in sealers]
    return len(places), sorted({json.dumps(said, sort_keys=True) for said, _ in opened if said is not None})


def test_earlier_states_that_lie_in_the_file_are_opened_by_no_key(db):
    """Deleted rows stay in the bytes of the file and of its log, where a row's place would tell its age."""
    number = steps.begun(db, ratees={"CM01"})
    tasks = steps.asked(db, number)
    for level, one in enumerate(tasks[:5], start=1):
        answering.save(steps.who(db, one.rater), db, one.assignment_id, {"teamwork": level}, (), {})
        steps.hand_in(db, one, level)
    steps.by_link(db, number, "CM01", 5)
    last = tasks[5]
    answering.save(steps.who(db, last.rater), db, last.assignment_id, {"teamwork": 1}, (), {"teamwork": SAID})
    with db.read() as cursor:
        ((length,),) = cursor.execute("SELECT DISTINCT octet_length(sealed) FROM review_ballot").fetchall()
        present = [*ballot_store.ballots(cursor, vault(db.path), number)]
        present.append(ballot_store.draft(cursor, vault(db.path), number, last.assignment_id))
    wanted = sorted({json.dumps(said, sort_keys=True) for said in present})
    lying, opened = found_in_bytes(db, length)
    assert lying > 2 * len(present) and opened == wanted
    db.close()
    lying, opened = found_in_bytes(db, length)
    assert lying > len(present) and opened == wanted


@pytest.mark.parametrize("broken", ["audit", "settle"])
def test_what_breaks_off_before_or_after_it_is_stored_leaves_a_key_that_opens(
    db, answered, monkeypatch, broken
):
    """Before: the new key is written, nothing else. After: the old one is not forgotten yet."""
    one, two, *_ = steps.asked(db, answered, ratee="CM02", group="peers")
    with monkeypatch.context() as patch:
        if broken == "audit":
            patch.setattr(audit, "append", lambda *_: 1 / 0)
        else:
            patch.setattr(Vault, "settle", lambda _: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            steps.hand_in(db, two)
    drafted = answering.form(steps.who(db, one.rater), db, one.assignment_id)
    assert drafted.comments == {"teamwork": SAID}
    done = 8 if broken == "audit" else 9
    with db.read() as cursor:
        assert len(ballot_store.ballots(cursor, vault(db.path), answered)) == done
    steps.hand_in(db, one)
    with db.read() as cursor:
        assert len(ballot_store.ballots(cursor, vault(db.path), answered)) == done + 1
    assert len(json.loads(key_file(db.path).read_text())["states"][str(answered)]) == 1


def test_many_who_hand_in_at_once_are_all_there(db):
    number = steps.begun(db, ratees={"CM01", "CM02"})
    tasks = steps.asked(db, number)
    with ThreadPoolExecutor(6) as pool:
        list(pool.map(lambda one: steps.hand_in(db, one), tasks))
    with db.read() as cursor:
        assert len(ballot_store.ballots(cursor, vault(db.path), number)) == len(tasks) == 12
    assert len(json.loads(key_file(db.path).read_text())["states"][str(number)]) == 1


def test_the_longest_answers_of_any_kind_fit_and_are_as_long_as_the_shortest(db):
    items = forms.default_items()
    sealer, room = vault(db.path, make=True).lasting, forms.room(items)
    lengths = set()
    for comment in (
        "",
        "𠮷" * (forms.LONGEST_COMMENT // 2),
        "长" * forms.LONGEST_COMMENT,
        '"\\\n' * (forms.LONGEST_COMMENT // 3),
        "\x01" * 300,
    ):
        given = forms.taken(
            items, {i.code: 5 for i in items}, (), dict.fromkeys((i.code for i in items), comment)
        )
        said = {"group": "customers", "ratee": "CM01" * 8, "rater": "committee.tang" * 4, **given.kept()}
        sealed = sealer.sealed(said, room)
        assert sealer.opened(sealed) == said
        lengths.add(len(sealed))
    assert len(lengths) == 1


def test_the_trail_says_that_somebody_handed_in_and_never_what(db, answered):
    with db.read() as cursor:
        details = audit.details(cursor, "hand-in-review")
        subjects = cursor.execute("SELECT subject FROM audit WHERE action = 'hand-in-review'").fetchall()
    assert set(details) == {"{}"} and len(subjects) == 6
    assert {s for (s,) in subjects} == {
        f"{answered}/{a.assignment_id}" for a in steps.asked(db, answered, ratee="CM01")
    }


def test_the_key_is_made_once_for_its_owner_alone(db):
    path = key_file(db.path)
    path.unlink(missing_ok=True)
    today = steps.clock.today()
    campaigns.create(ZHAO, db, "x", PERIOD, today, today)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    key = path.read_bytes()
    campaigns.create(ZHAO, db, "y", PERIOD, today, today)
    assert path.read_bytes() == key


def test_without_the_right_key_nothing_is_opened_or_taken_and_nothing_is_lost(db, answered, tmp_path):
    path = key_file(db.path)
    kept = path.read_bytes()
    one = steps.asked(db, answered, ratee="CM02", group="peers")[1]
    today = steps.clock.today()
    for wrong, key in ((None, "missing"), (b"no key", "wrong"), (bytes(reversed(kept)), "wrong")):
        path.unlink(missing_ok=True)
        if wrong is not None:
            path.write_bytes(wrong)
        with pytest.raises(VaultClosed) as refused:
            steps.hand_in(db, one)
        assert refused.value.key == f"errors-vault-key-{key}"
        if wrong is None:  # answers wait that a new key could not open
            with pytest.raises(VaultClosed):
                campaigns.create(ZHAO, db, "x", PERIOD, today, today)
    path.write_bytes(kept)
    steps.hand_in(db, one)
    campaigns.close(ZHAO, db, answered, "done")
    path.unlink()
    with pytest.raises(VaultClosed):
        drawing.draw(LI, db, answered)
    assert campaigns.campaign(LI, db, answered).state == "closed"
    campaigns.call_off(ZHAO, db, answered, "the key is lost")
    campaigns.create(ZHAO, db, "anew", PERIOD, today, today)
    assert path.exists()


def test_a_copy_of_the_database_alone_opens_nothing(db, answered, tmp_path):
    db.close()
    copy = Database.open(
        shutil.copy(db.path, tmp_path / "elsewhere.duckdb") and tmp_path / "elsewhere.duckdb"
    )
    with copy.read() as cursor, pytest.raises(VaultClosed):
        ballot_store.ballots(cursor, vault(copy.path), answered)
    copy.close()


def test_what_is_longer_than_its_room_is_not_sealed(tmp_path):
    sealer = vault(tmp_path / "a.duckdb", make=True)
    assert isinstance(sealer, Vault)
    with pytest.raises(ValueError, match="room"):
        sealer.lasting.sealed({"text": "x" * 100}, 50)
