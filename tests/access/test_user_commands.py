"""``manage.py user``: accounts are made, shown and changed on the command line."""

from data.database import Database
from tests.access.who import people
from tests.cli.commands import manage


def test_accounts_from_making_to_disabling(tmp_path):
    db = tmp_path / "a.duckdb"
    opened = Database.open(db, create=True)
    people(opened, "CM01")
    opened.close()

    def user(*arguments, status=0):
        done = manage("user", *arguments, db=db)
        assert done.returncode == status, done.stderr
        return done.stdout + done.stderr

    user("add", "li", "--role", "president", "--name", "李行长", "--password", "a long secret")
    user("add", "cm01", "--role", "manager", "--manager-id", "CM01", "--password", "a long secret")
    assert user("list").splitlines() == ["cm01\tcm01\tmanager", "li\t李行长\tpresident"]
    assert "10 to 128" in user("passwd", "li", "--password", "short", status=2)
    assert "own" in user("role", "li", "committee", "--by", "li", status=2)
    user("role", "li", "committee", "--by", "cm01")
    user("disable", "cm01")
    cm01, li = user("list").splitlines()
    assert cm01.startswith("cm01\tcm01\tmanager\t") and li == "li\t李行长\tcommittee"
    assert "nobody" in user("role", "li", "admin", "--by", "nobody", status=2)
    assert "janitor" in user("add", "x", "--role", "janitor", "--password", "a long secret", status=2)
