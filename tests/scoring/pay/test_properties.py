"""What holds whatever the figures are: nothing is lost, the file's order plays no part, all can be said."""

import random
from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from documents.clauses import regulation
from documents.clauses.pay_working import arithmetic
from scoring import Measurements, Scheme, score
from scoring.cohort.history import History
from scoring.formula import parse
from scoring.pay import explain, guards, in_proportion, parts, pay
from scoring.periods import parse_period
from scoring.scheme.pay import (
    Bonus,
    Brackets,
    Ceiling,
    Coefficient,
    Fine,
    Floor,
    Payment,
    Pool,
    Price,
    Step,
)
from tests.scoring.pay.paying import line, run_of, scheme
from words.text import text_for

WEIGHTS = st.lists(st.floats(0, 1e12), min_size=1, max_size=30).filter(any)
AMOUNTS = st.sampled_from(["0", "7", "0.005", "Q", "Q/3", "all_mean(Q)", "N - Q", "previous(Q)"]).map(parse)
HELD = st.sampled_from([(), ("客户经理",), ("主管",), ("客户经理", "主管")])
RISING = st.lists(st.integers(-50, 5000), min_size=1, max_size=4, unique=True).map(sorted)


def plain(kind, code, **own):
    """Lines of a kind that read no other line."""
    when = st.none() if kind is not Bonus else st.just(parse("Q > 1"))
    common = {"code": st.just(code), "name": st.just({"zh": code, "en": code}), "positions": HELD}
    return st.builds(kind, **common, when=when, deferrable=st.booleans(), **own)


def steps(edges):
    return {"edges": tuple(map(float, edges)), "amounts": tuple(10.0 * k for k in range(len(edges) + 1))}


PLAIN = st.tuples(
    plain(Price, "P1", price=AMOUNTS, quantity=AMOUNTS),
    plain(Price, "P2", price=AMOUNTS, shares=st.just({"Q": 62.5, "N": 37.5})),
    plain(
        *(Pool, "P3"),
        pool=st.sampled_from(["max(0, all_sum(Q))", "1000.01", "all_count(Q)*3.333"]).map(parse),
        share=AMOUNTS,
        nobody=st.sampled_from(["unpaid", "equal"]),
    ),
    plain(Coefficient, "P4", base=AMOUNTS, factors=st.lists(AMOUNTS, min_size=1, max_size=3).map(tuple)),
    RISING.flatmap(
        lambda edges: plain(
            *(Step, "P5"),
            on=AMOUNTS,
            closed=st.sampled_from(["left", "right"]),
            **{name: st.just(value) for name, value in steps(edges).items()},
        )
    ),
    plain(Bonus, "P6", amount=AMOUNTS),
    plain(Fine, "P7", amount=AMOUNTS, loss=st.booleans()),
    plain(Floor, "P8", amount=AMOUNTS),
    plain(Ceiling, "P9", amount=AMOUNTS, of=st.sampled_from([(), ("P1", "P7")])),
    RISING.flatmap(
        lambda bounds: plain(
            *(Brackets, "PX"),
            table=st.just(tuple((float(b), 10.0 * k) for k, b in enumerate(bounds))),
            of=st.sampled_from([(), ("P1", "P3")]),
            into=st.sampled_from(["held", "paid", "deducted"]),
        )
    ),
)
LINES = PLAIN.flatmap(lambda all_: st.lists(st.sampled_from(all_), unique_by=lambda one: one.code).map(tuple))
WHOLE = LINES.map(lambda some: tuple(one for one in some if _stands(one, some)))
PAYMENTS = st.builds(
    Payment,
    material=HELD,
    deferred=st.sampled_from([0.0, 0.4, 0.333, 1.0]),
    years=st.integers(1, 10),
    minimum=st.none() | AMOUNTS.filter(lambda one: "all" not in str(one)),
    wage=st.none() | st.just(parse("Q*2")),
)
FIGURES = st.lists(st.tuples(st.floats(-1e6, 1e6), st.floats(0, 1e4)), min_size=1, max_size=8)
BARE = scheme("")


def _stands(one, some):
    return set(getattr(one, "of", ())) <= {other.code for other in some}


def paid(lines, payment, figures, seed=0):
    drawn = random.Random(seed)
    n = len(figures)
    values = [[80.0, q if drawn.random() > 0.1 else np.nan, m] for q, m in figures]
    measured = Measurements(
        [f"P{k}" for k in range(n)],
        ["A", "Q", "N"],
        values,
        positions=[drawn.choice(["客户经理", "主管", None]) for _ in range(n)],
        teams=[drawn.choice(["T1", "T2", None]) for _ in range(n)],
    )
    held = replace(BARE, pay=lines, payment=payment)
    return pay(score(held, measured.with_history(_no_past(n))))


def _no_past(n):
    return History(parse_period("2026-06"), np.zeros(n, dtype=np.int64), {}, {})


@given(st.integers(0, 10**13), WEIGHTS)
def test_what_is_shared_out_is_the_whole_and_nobody_is_more_than_a_fen_off(total, weights):
    found = in_proportion(total, weights)
    assert found.sum() == total and (found >= 0).all()
    shares = np.array(weights) / max(weights)
    exact = total * (shares / shares.sum())
    assert (np.abs(found - exact) <= 1 + 1e-9 * total).all()
    assert all(part == 0 for part, weight in zip(found.tolist(), weights, strict=True) if weight == 0)


@given(st.lists(st.floats(0, 1e9), min_size=1, max_size=20).filter(any), st.floats(0, 1e9))
def test_the_payments_of_a_pool_are_the_pool_to_the_fen(weights, pool):
    text = (
        f'[[pay]]\ncode = "X"\nname = "X"\nkind = "pool"\npool = {pool:.2f}\nshare = "W"\nnobody = "equal"\n'
    )
    assert sum(line(run_of(text, {"W": weights}), "X")) == round(float(f"{pool:.2f}") * 100)


@given(st.integers(-(10**12), 10**12), st.integers(1, 10))
def test_parts_are_the_whole_and_never_front_loaded(amount, years):
    found = parts(amount, years)
    assert sum(found) == amount and len(found) == years
    sizes = [abs(part) for part in found]
    assert sizes == sorted(sizes) and sizes[-1] - sizes[0] <= 1


@given(WHOLE, PAYMENTS)
def test_what_is_written_is_read_again(lines, payment):
    held = replace(BARE, pay=lines, payment=payment)
    assert Scheme.from_toml(held.to_toml()) == held
    assert (held.canonical_hash() == BARE.canonical_hash()) == (not lines and payment == Payment())


@settings(deadline=None)
@given(WHOLE, PAYMENTS, FIGURES, st.randoms(use_true_random=False))
def test_the_order_of_the_file_plays_no_part_and_what_is_held_is_of_the_line(lines, payment, figures, drawn):
    run = paid(lines, payment, figures)
    shuffled = list(lines)
    drawn.shuffle(shuffled)
    again = paid(tuple(shuffled), payment, figures)
    assert [one.code for one in run.lines] == [one.code for one in again.lines]
    for name in ("amounts", "held", "applies", "missing"):
        assert (getattr(run, name) == getattr(again, name)).all(), name
    assert ((run.held >= 0) & (run.held <= np.maximum(run.amounts, 0))).all()
    assert (run.amounts[run.missing | ~run.applies] == 0).all()
    guards(run)


@settings(deadline=None, max_examples=30)
@given(WHOLE, PAYMENTS, FIGURES)
def test_every_line_can_be_said_and_explained_in_both_languages(lines, payment, figures):
    run = paid(lines, payment, figures)
    for t in map(text_for, ("zh", "en")):
        said = "\n".join(regulation(run.sheet.scheme, t).lines(t))
        said += "".join(arithmetic(one, {}, t) for person in run.people for one in explain(run, person))
        assert "regulation-" not in said and "pay-" not in said and "None" not in said
