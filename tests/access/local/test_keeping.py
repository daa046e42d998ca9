"""Accounts while the branch works: who may change what, what never may be, and what the trail says."""

import pytest

from access import accounts, audit, browsers
from access.actor import Actor
from access.browsers import Over
from access.errors import AccessDenied, AccountError, SignInFailed
from access.local import bringing, keeping
from access.permissions import ROLES, Action, allowed
from access.sessions import Session
from access.sign_in import authenticate
from tests.access.who import ROOT, SECRET, people

ADMIN = Actor("root", "admin")
NEW = "violet anchor piano"


def refused(call, *arguments) -> str:
    with pytest.raises(AccountError) as failure:
        call(*arguments)
    return failure.value.key


@pytest.fixture
def kept(db):
    people(db, "CM01", "CM02")
    accounts.add(ROOT, db, "root", "admin", SECRET)
    accounts.add(ROOT, db, "cm01", "manager", SECRET, manager_id="CM01")
    return db


def account(db, username):
    return next(a for a in accounts.listed(ROOT, db) if a.username == username)


CHANGES = {
    "standing": keeping.standing,
    "history": lambda a, db: keeping.history(a, db, "zhao"),
    "enable": lambda a, db: (accounts.disable(ROOT, db, "zhao"), keeping.enable(a, db, "zhao")),
    "set_name": lambda a, db: keeping.set_name(a, db, "zhao", "赵"),
    "set_manager": lambda a, db: keeping.set_manager(a, db, "cm01", "CM02"),
    "sign_out": lambda a, db: keeping.sign_out(a, db, "zhao"),
    "read": lambda a, db: bringing.read(a, db, None),
    "take": lambda a, db: bringing.take(a, db, None),
    "add": lambda a, db: accounts.add(a, db, "x", "admin", SECRET),
    "disable": lambda a, db: accounts.disable(a, db, "zhao"),
    "set_password": lambda a, db: accounts.set_password(a, db, "zhao", NEW),
    "set_role": lambda a, db: accounts.set_role(a, db, "zhao", "president"),
    "listed": accounts.listed,
}


READS = ("listed",)
"""What an auditor may, too, who reads all and changes nothing."""


@pytest.mark.parametrize("role", [role for role in ROLES if role != "admin"])
def test_nobody_but_the_administrator_keeps_accounts(kept, role):
    actor = Actor("somebody", role, "CM01" if role == "manager" else None)
    assert not allowed(actor, Action.MANAGE_ACCOUNTS)
    for name, change in CHANGES.items():
        if role == "auditor" and name in READS:
            change(actor, kept)
            continue
        head = kept.head() + (name == "enable")
        with pytest.raises(AccessDenied):
            change(actor, kept)
        assert kept.head() == head, name


@pytest.mark.parametrize("name", [n for n in CHANGES if n not in ("read", "take")])
def test_the_administrator_does(kept, name):
    CHANGES[name](ADMIN, kept)


def test_the_last_administrator_stays_and_nobody_changes_the_own_role(kept):
    accounts.add(ROOT, kept, "second", "admin", SECRET)
    assert refused(accounts.disable, ADMIN, kept, "root") == "errors-account-own"
    assert refused(accounts.set_role, ADMIN, kept, "root", "president") == "errors-account-own"
    accounts.disable(ADMIN, kept, "second")
    other = Actor("second", "admin")
    assert refused(accounts.disable, other, kept, "root") == "errors-last-administrator"
    assert refused(accounts.set_role, other, kept, "root", "president") == "errors-last-administrator"
    keeping.enable(ADMIN, kept, "second")
    accounts.set_role(other, kept, "root", "president")
    assert account(kept, "root").role == "president"


def test_what_was_disabled_is_enabled_with_its_password_and_role(kept):
    accounts.disable(ADMIN, kept, "zhao")
    assert refused(accounts.disable, ADMIN, kept, "zhao") == "errors-account-is-off"
    keeping.enable(ADMIN, kept, "zhao")
    assert authenticate(kept, "zhao", SECRET).role == "data-officer"
    assert refused(keeping.enable, ADMIN, kept, "zhao") == "errors-account-is-on"


def test_a_managers_id_is_one_persons_and_one_account_in_use_has_it(kept):
    assert refused(keeping.set_manager, ADMIN, kept, "cm01", "CM99") == "errors-manager-unknown"
    assert refused(keeping.set_manager, ADMIN, kept, "cm01", "") == "errors-manager-id"
    assert refused(keeping.set_manager, ADMIN, kept, "zhao", "CM02") == "errors-manager-id"
    accounts.disable(ADMIN, kept, "cm01")
    accounts.add(ADMIN, kept, "cm01.new", "manager", SECRET, manager_id="CM01")
    assert refused(keeping.enable, ADMIN, kept, "cm01") == "errors-manager-taken"
    keeping.set_manager(ADMIN, kept, "cm01.new", "CM02")
    keeping.enable(ADMIN, kept, "cm01")
    assert (account(kept, "cm01").manager_id, account(kept, "cm01.new").manager_id) == ("CM01", "CM02")


def test_a_manager_who_takes_another_role_is_still_known_for_what_was_signed_before(kept):
    accounts.set_role(ADMIN, kept, "cm01", "committee")
    assert account(kept, "cm01").manager_id is None
    assert accounts.managers_of(kept, "cm01") == {"CM01"}
    assert accounts.managers_of(kept, "zhao") == accounts.managers_of(kept, "nobody") == set()
    accounts.set_role(ADMIN, kept, "cm01", "manager", "CM02")
    assert accounts.managers_of(kept, "cm01") == {"CM01", "CM02"}


def test_a_password_that_somebody_else_set_has_to_be_changed_and_an_own_one_not(kept):
    zhao = accounts.in_use(kept, "zhao")
    here = browsers.begin(kept, zhao)[1]
    elsewhere = browsers.hashed(browsers.begin(kept, zhao)[0])
    assert keeping.must_change(kept, zhao)
    keeping.change_own(here, kept, SECRET, NEW, NEW)
    assert not keeping.must_change(kept, zhao) and authenticate(kept, "zhao", NEW)
    assert isinstance(browsers.session(kept, here.token_sha256), Session)
    assert browsers.session(kept, elsewhere) == Over("password")
    accounts.set_password(ADMIN, kept, "zhao", SECRET)
    assert keeping.must_change(kept, zhao)
    assert browsers.session(kept, here.token_sha256) == Over("password")


@pytest.mark.parametrize(
    ("old", "new", "again", "key"),
    [
        ("wrong", NEW, NEW, "errors-password-old"),
        (SECRET, NEW, "another", "errors-password-again"),
        (SECRET, SECRET, SECRET, "errors-password-same"),
        (SECRET, "short", "short", "errors-password-length"),
        (SECRET, "1234567890", "1234567890", "errors-password-weak"),
    ],
)
def test_an_own_password_is_changed_by_who_knows_the_old_one_and_to_a_good_one(kept, old, new, again, key):
    here = browsers.begin(kept, accounts.in_use(kept, "zhao"))[1]
    with pytest.raises((AccountError, SignInFailed)) as failure:
        keeping.change_own(here, kept, old, new, again)
    assert failure.value.key == key and authenticate(kept, "zhao", SECRET)


def test_the_trail_tells_what_happened_to_an_account_and_no_password(kept):
    keeping.set_name(ADMIN, kept, "zhao", "赵数据员")
    accounts.set_role(ADMIN, kept, "zhao", "admin")
    keeping.sign_out(ADMIN, kept, "zhao")
    happened = keeping.history(ADMIN, kept, "zhao")
    told = ["account-signed-out", "account-role", "account-name", "add-account"]
    assert [(h.by, h.action) for h in happened] == [("root", action) for action in told]
    assert happened[1].detail == {"role": "admin"} and SECRET not in str(happened)
    with kept.read() as cursor:
        assert audit.broken_at(cursor) is None


def test_who_is_signed_in_and_when_they_last_were(kept):
    browsers.begin(kept, accounts.in_use(kept, "zhao"))
    stands = {s.account.username: s for s in keeping.standing(ADMIN, kept)}
    assert (stands["zhao"].browsers, stands["cm01"].browsers) == (1, 0)
    assert stands["zhao"].signed_in_at and stands["cm01"].signed_in_at is None


LIST = """用户名,姓名,角色,客户经理编号
CM02,吴强,客户经理,cm02
Wang,王复核,数据员,
zhao,赵,数据员,
<b>,某,数据员,
x1,某,客户经理,
x2,某,数据员,CM02
x3,某,客户经理,CM01
x4,某,保安,
x5,某,客户经理,CM77
"""


def test_a_list_makes_the_good_rows_and_says_of_each_other_one_what_is_against_it(kept, tmp_path):
    path = tmp_path / "清单.csv"
    path.write_text(LIST, encoding="utf-8")
    judged = bringing.read(ADMIN, kept, path)
    held = {(p.row, p.column, str(p.rule)) for p in judged.problems if p.severity == "error"}
    assert held == {
        (4, "用户名", "username_taken"),
        (5, "用户名", "username"),
        (6, "客户经理编号", "manager_missing"),
        (7, "客户经理编号", "manager_of_none"),
        (8, "客户经理编号", "manager_taken"),
        (9, "角色", "choice"),
        (10, "客户经理编号", "unknown_id"),
    }
    head = kept.head()
    slips = bringing.take(ADMIN, kept, judged)
    assert kept.head() == head + 1
    assert [(s.username, s.name, s.role, s.manager_id) for s in slips] == [
        ("cm02", "吴强", "manager", "CM02"),
        ("wang", "王复核", "data-officer", None),
    ]
    for slip in slips:
        assert keeping.must_change(kept, authenticate(kept, slip.username, slip.password))
    (made,) = keeping.history(ADMIN, kept, "wang")
    assert made.action == "import-accounts"
    with kept.read() as cursor:
        details = " ".join(audit.details(cursor, "import-accounts"))
    assert not any(slip.password in details for slip in slips)


def test_of_a_list_whose_names_were_taken_meanwhile_nothing_is_made(kept, tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("username,name,role,manager\nfirst,A,admin,\nsecond,B,admin,\n", encoding="utf-8")
    judged = bringing.read(ADMIN, kept, path)
    accounts.add(ADMIN, kept, "second", "admin", SECRET)
    assert refused(bringing.take, ADMIN, kept, judged) == "errors-account-exists"
    assert not accounts.exists(kept, "first")
