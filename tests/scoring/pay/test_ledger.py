"""The ledger of pay: 10 000 random histories and cases by hand. Amounts are fen."""

from __future__ import annotations

import datetime as dt
import random
from collections import Counter

from scoring.pay import ledger
from scoring.pay.ledger import Entry, Grant, Origin, Part, Position, Terms
from scoring.periods import parse_period

MARCH = parse_period("2026-03")
TERMS = Terms(MARCH, 3)
PEOPLE, LINES = ("CM01", "CM02"), ("STOCK", "FINE")
ORIGIN = Origin("2026-03", "CM01", "STOCK")
Balances = dict[Origin, Counter[str]]


class History:
    """Documents posted one after the other, as the workflow does."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.documents: list[tuple[Entry, ...]] = []

    def post(self, entries: tuple[Entry, ...]) -> None:
        self.entries += entries
        self.documents.append(entries)

    def position(self, person: str | None = None) -> dict[Origin, Position]:
        held = ledger.position(self.entries)
        return {origin: own for origin, own in held.items() if person in (None, origin.manager_id)}

    def run(self, number: int, *grants: Grant) -> tuple[Entry, ...]:
        made = ledger.granting(f"run:{number}", grants, self.position(), TERMS)
        self.post(made)
        return made

    def balances(self) -> Balances:
        """By nothing but adding entries up."""
        found: Balances = {}
        for entry in self.entries:
            own = found.setdefault(entry.origin, Counter())
            own[entry.debit] += entry.amount
            own[entry.credit] -= entry.amount
        return found


def _random_history(rng: random.Random) -> tuple[History, dict[tuple[str, str], Grant]]:
    """Runs, advances, corrections up and down and back, people who leave a run and come back, releases,
    forfeitures, clawbacks and won disputes in a random order; with what the last run granted."""
    history = History()
    last: dict[tuple[str, str], Grant] = {}
    before: dict[tuple[str, str], Grant] = {}
    undone: set[str] = set()
    for number in range(1, rng.randint(4, 9)):
        what = rng.choices(
            ("run", "same", "back", "advance", "release", "forfeit", "claw", "return"),
            (6, 1, 1, 1, 3, 2, 3, 3),
        )[0]
        who = rng.choice(PEOPLE)
        if number == 1 or what == "run":
            before, last = last, {}
            for person in PEOPLE:
                for line in LINES:
                    if rng.random() < 0.85:
                        size = rng.choice((0, 1, 7, rng.randrange(1, 2_000_000)))
                        amount = -size if line == "FINE" else size
                        held = int(amount * rng.choice((0, 0.4, 0.4, 1)))
                        last[person, line] = Grant(person, line, amount, held)
            history.run(number, *last.values())
        elif what == "same":
            assert history.run(number, *last.values()) == ()
        elif what == "back":
            history.run(number, *before.values())
            history.run(1000 + number, *last.values())
        elif what == "advance":
            advance = Grant(who, "ADVANCE", rng.randrange(1, 100_000))
            history.post(ledger.advancing(f"advance:{number}", [advance], MARCH))
            history.run(number, *last.values())
        elif what == "release":
            history.post(ledger.releasing(f"check:{number}", history.position(who), rng.randint(1, 3)))
        elif what == "forfeit":
            history.post(ledger.forfeiting(f"check:{number}", history.position(who), rng.randint(1, 3)))
        elif what == "claw":
            ratio = rng.choice((1, 0.3, 0.5, rng.random()))
            history.post(ledger.clawing(f"clawback:{number}", history.position(who), ratio))
        else:
            possible = {e.document for e in history.entries if e.kind in ("clawed-back", "forfeited")}
            possible -= undone | {document for document in possible if document.startswith("run:")}
            if possible:
                of = rng.choice(sorted(possible))
                undone.add(of)
                history.post(ledger.returning(of, history.position()))
    return history, last


def test_ten_thousand_random_histories_net_to_zero_at_every_date_and_grant_what_the_last_run_says() -> None:
    rng = random.Random(17)
    kinds: Counter[str] = Counter()
    for _ in range(10_000):
        history, last = _random_history(rng)
        balances: Balances = {}
        seen = set()
        for document in history.documents:
            for entry in document:
                key = (entry.document, entry.origin, entry.instalment, entry.kind, entry.debit)
                assert entry.amount and key not in seen
                seen.add(key)
                own = balances.setdefault(entry.origin, Counter())
                own[entry.debit] += entry.amount
                own[entry.credit] -= entry.amount
                kinds[entry.kind] += 1
            for own in balances.values():
                assert own["due"] == 0
                assert -own["granted"] == own["paid"] + own["held"] + own["forfeited"] + own["clawed-back"]
        for origin, own in balances.items():
            grant = last.get((origin.manager_id, origin.line))
            assert -own["granted"] == (grant.amount if grant else 0)
        for origin, standing in history.position().items():
            for account in ("paid", "held", "forfeited", "clawed-back"):
                assert standing.on(account) == balances[origin][account]
        moved = Counter({origin.manager_id: 0 for origin in balances})
        for origin, own in balances.items():
            moved[origin.manager_id] += own["paid"]
        assert ledger.paid(history.entries) == {who: fen for who, fen in moved.items() if fen}
    assert min(kinds.values()) > 1000 and len(kinds) == 8


def test_replayed_histories_are_the_same_bytes() -> None:
    for seed in range(500):
        first, again = (_random_history(random.Random(seed))[0] for _ in range(2))
        assert repr(first.entries).encode() == repr(again.entries).encode()
        assert repr(first.position()).encode() == repr(ledger.position(again.entries)).encode()


def test_a_correction_there_and_back_leaves_everything_where_it_was() -> None:
    rng = random.Random(4)
    for _ in range(500):
        history, last = _random_history(rng)
        before = history.balances()
        other = [Grant(who, line, rng.randrange(0, 10_000), 1) for who in PEOPLE for line in LINES]
        history.run(2001, *other)
        history.run(2002)
        history.run(2003, *last.values())
        assert {o: b for o, b in history.balances().items() if any(b.values())} == {
            o: b for o, b in before.items() if any(b.values())
        }


def test_a_grant_is_paid_but_for_what_is_held_in_equal_parts_that_are_never_larger_first() -> None:
    history = History()
    entries = history.run(1, Grant("CM01", "STOCK", 1_000_00, 400_01))
    assert [(e.kind, e.instalment, e.amount, e.due_on) for e in entries] == [
        ("granted", 0, 100_000, None),
        ("settled", 0, 59_999, None),
        ("held", 1, 13_333, dt.date(2027, 3, 31)),
        ("held", 2, 13_334, dt.date(2028, 3, 31)),
        ("held", 3, 13_334, dt.date(2029, 3, 31)),
    ]
    assert Terms(parse_period("2027-02"), 3).due_on(1) == dt.date(2028, 2, 29)


def test_a_second_run_with_the_same_figures_posts_nothing_and_one_with_others_the_difference() -> None:
    history = History()
    history.run(1, Grant("CM01", "STOCK", 900, 300))
    assert history.run(2, Grant("CM01", "STOCK", 900, 300)) == ()
    assert [(e.kind, e.instalment, e.amount) for e in history.run(3, Grant("CM01", "STOCK", 600, 300))] == [
        ("granted", 0, -300),
        ("settled", 0, -300),
    ]


def test_somebody_whom_a_run_does_not_know_any_more_gets_nothing() -> None:
    history = History()
    history.run(1, Grant("CM01", "STOCK", 900, 300), Grant("CM02", "STOCK", 500))
    history.run(2, Grant("CM02", "STOCK", 500))
    assert not any(history.balances()[ORIGIN].values())
    assert history.balances()[Origin("2026-03", "CM02", "STOCK")]["paid"] == 500


def test_an_advance_is_settled_by_the_run_of_its_period() -> None:
    history = History()
    history.post(ledger.advancing("advance:1", [Grant("CM01", "STOCK", 200)], MARCH))
    assert ledger.paid(history.entries) == {"CM01": 200}
    assert [(e.kind, e.amount) for e in history.run(1, Grant("CM01", "STOCK", 900))] == [
        ("granted", 700),
        ("settled", 700),
    ]


def test_what_was_released_and_clawed_back_follows_a_correction_in_proportion() -> None:
    history = History()
    history.run(1, Grant("CM01", "STOCK", 1000, 600))
    history.post(ledger.releasing("check:1", history.position(), 1))
    history.post(ledger.clawing("clawback:1", history.position(), 0.5))
    # 400 at once and 3 × 200, the first of which is released; half of everything recovered.
    assert history.balances()[ORIGIN] == Counter(
        {"paid": 300, "held": 200, "clawed-back": 500, "granted": -1000}
    )
    history.run(2, Grant("CM01", "STOCK", 500, 300))
    assert history.balances()[ORIGIN] == Counter(
        {"paid": 150, "held": 100, "clawed-back": 250, "granted": -500}
    )
    history.run(3, Grant("CM01", "STOCK", 2000, 1200))
    assert history.balances()[ORIGIN] == Counter(
        {"paid": 600, "held": 400, "clawed-back": 1000, "granted": -2000}
    )


def test_a_won_dispute_gives_back_what_was_recovered_also_of_what_was_corrected_since() -> None:
    history = History()
    history.run(1, Grant("CM01", "STOCK", 1000, 600))
    history.post(ledger.clawing("clawback:1", history.position(), 0.5))
    history.run(2, Grant("CM01", "STOCK", 2000, 1200))
    history.post(ledger.clawing("clawback:2", history.position(), 0.5))
    history.post(ledger.returning("clawback:1", history.position()))
    # Of 2000 the first recovered 1000, the second half of the rest; the first is returned.
    assert history.balances()[ORIGIN] == Counter(
        {"paid": 600, "held": 900, "clawed-back": 500, "granted": -2000}
    )
    history.post(ledger.returning("clawback:2", history.position()))
    assert history.balances()[ORIGIN]["clawed-back"] == 0
    assert history.balances()[ORIGIN]["held"] == 1200


def test_what_is_returned_of_a_released_instalment_is_paid() -> None:
    history = History()
    history.run(1, Grant("CM01", "STOCK", 300, 300))
    history.post(ledger.clawing("clawback:1", history.position(), 0.5))
    history.post(ledger.releasing("check:1", history.position(), 1))
    entries = ledger.returning("clawback:1", history.position())
    assert [(e.instalment, e.debit, e.amount) for e in entries] == [
        (1, "paid", 50),
        (2, "held", 50),
        (3, "held", 50),
    ]
    assert {e.document for e in entries} == {"return:clawback:1"}


def test_a_forfeited_instalment_that_is_returned_is_held_again() -> None:
    history = History()
    history.run(1, Grant("CM01", "STOCK", 300, 300))
    history.post(ledger.forfeiting("check:1", history.position(), 2))
    assert history.balances()[ORIGIN]["forfeited"] == 100
    history.post(ledger.returning("check:1", history.position()))
    assert history.balances()[ORIGIN]["held"] == 300


def test_what_is_recovered_is_the_ratio_of_the_sum_whatever_the_parts() -> None:
    history = History()
    history.run(1, *(Grant("CM01", f"L{i}", 1) for i in range(9)), Grant("CM01", "FINE", -3))
    entries = ledger.clawing("clawback:1", history.position(), 0.3)
    assert sum(e.amount for e in entries) == 2  # 0.3 × 6 = 1.8


def test_a_part_says_what_stands_where() -> None:
    history = History()
    history.run(1, Grant("CM01", "STOCK", 1000, 600))
    history.post(ledger.forfeiting("check:4", history.position(), 3))
    parts = history.position()[ORIGIN].parts
    assert parts[2] == Part({ledger.HELD: 200}, {ledger.HELD: 1}, dt.date(2028, 3, 31))
    assert parts[3].stands == {("forfeited", "check:4"): 200}
