"""Several people at once on one database: each looks before anybody writes."""

import threading
from collections.abc import Callable

from data.database import Database

LONGEST = 60.0


def at_once(db: Database, *steps: Callable[[], object]) -> list[object]:
    """What each step gave, or the error that it ended in. Nobody's first write begins before everybody has
    come to theirs, or is done: so that all of them act on what they saw before."""
    found: list[object] = [None] * len(steps)
    there, own = threading.Condition(), threading.local()
    waiting, gone = set(), set()
    write = db.write

    def all_there() -> bool:
        return len(waiting | gone) == len(steps)

    def arrive(group: set[int], k: int) -> None:
        with there:
            group.add(k)
            there.notify_all()

    def held_back(work):
        k = own.k
        arrive(waiting, k)
        with there:
            assert there.wait_for(all_there, LONGEST)
        return write(work)

    def act(k: int, step: Callable[[], object]) -> None:
        own.k = k
        try:
            found[k] = step()
        except Exception as problem:
            found[k] = problem
        arrive(gone, k)

    db.write = held_back
    try:
        threads = [threading.Thread(target=act, args=pair) for pair in enumerate(steps)]
        for one in threads:
            one.start()
        for one in threads:
            one.join(LONGEST)
    finally:
        db.write = write
    return found
