"""Drafts, proposes, votes and adopts until it is killed; says each step once it is done."""

import sys
from dataclasses import replace
from pathlib import Path

from data import clock
from data.database import Database
from tests.branch import COMING, FIRST, LEAVE, SECOND, THIRD, drafted
from workflow.adoption import lifecycle


def said(step: str, reference: object) -> None:
    print(step, reference, flush=True)


def main(path: str, turn: str) -> None:
    db = Database.open(Path(path))
    said("ready", turn)
    leave = replace(LEAVE, issued_on=clock.today().isoformat())
    for k in range(20):
        reference = drafted(db, 2.0 + int(turn) + k / 20)
        said("draft", reference)
        lifecycle.propose(FIRST, db, reference, COMING, "why")
        said("proposed", reference)
        for member in (SECOND, THIRD):
            lifecycle.vote(member, db, reference, approve=True)
        said("voted", reference)
        lifecycle.authorise(SECOND, db, reference, leave)
        lifecycle.confirm_authorisation(THIRD, db, reference)
        lifecycle.give_notice(SECOND, db, reference)
        said("in-notice", reference)
        lifecycle.reason(SECOND, db, reference, "P02", "the staff was heard")
        lifecycle.adopt(SECOND, db, reference, COMING, "decided")
        said("adopted", reference)


if __name__ == "__main__":
    main(*sys.argv[1:])
