"""What leaves the vault gives nobody's answer away: every branch of 3–12 people, every pattern of answers."""

import math
from functools import cache
from itertools import product

import pytest

from scoring.reviews import Past, State, release
from tests.scoring.reviews import adversary
from tests.scoring.reviews.adversary import Seen

MOST = 11
"""Raters of one person in a branch of twelve."""


def peers(answers, raters=None, before=(), trim=0):
    names = [f"r{k}" for k in range(len(answers))] if raters is None else raters
    return release(answers, names, confidential=True, minimum=4, trim=trim, before=before)


def shown(figure):
    """Everything of a figure that can be read on any page, comparable."""
    return tuple(-1 if isinstance(v, float) and math.isnan(v) else v for v in vars(figure).values())


def spread(total, raters):
    """Answers that add up to `total`: a figure depends on nothing else (see the test of it)."""
    low, more = divmod(total, raters) if raters else (0, 0)
    return [low + (k < more) for k in range(raters)]


@pytest.mark.parametrize("trim", [0, 1])
@pytest.mark.parametrize("raters", range(1, MOST + 1))
def test_one_release_determines_no_answer_whoever_colludes(raters, trim):
    found = adversary.one_release(raters, lambda answers: shown(peers(answers, trim=trim)))
    # Who colludes with all others but one or none has nothing to work out from a figure.
    assert [f for f in found if raters >= 4] == []
    assert all(peers(answers).state is State.TOO_FEW for answers in adversary.patterns(raters)) == (
        raters < 4
    )


def test_the_adversary_finds_what_a_plain_mean_gives_away():
    # The mean of four answers is 5: all of them are. With two decimals and no rounding, most is given away.
    found = adversary.one_release(4, lambda answers: sum(answers) / 4)
    assert {"an answer", "all answers but one's own"} == {f.what for f in found}
    # Somebody joins: the difference of two means is the answer.
    exact = adversary.two_releases((4, 0, 1), lambda a, b: Seen((a / 4, b / 5), False, False))
    assert "an answer of now" in {f.what for f in exact}
    # A group of three is held back, and the next release has one more, who colludes.
    both = adversary.two_releases((3, 0, 1), lambda a, b: Seen(peers(spread(b, 4)).value, True, False))
    assert any(f.what.startswith("a mean that was held back") for f in both)


SIZES = [
    (both, before, now)
    for both, before, now in product(range(MOST + 1), repeat=3)
    if both and both + before + now <= MOST
]
"""Who answered for both releases, for the first alone and for the second alone. Without anybody for both
they have nothing to do with one another, and the test of one release says all."""


@cache
def first_figure(raters, total):
    return peers(spread(total, raters))


def second_figure(sizes, first, total):
    both, before, now = sizes
    names = [f"both{k}" for k in range(both)]
    past = Past(frozenset([*names, *(f"before{k}" for k in range(before))]), first)
    return peers(spread(total, both + now), [*names, *(f"now{k}" for k in range(now))], [past])


HIDDEN = {State.TOO_FEW, State.WITHHELD}


@pytest.mark.parametrize("both", range(1, MOST + 1))
def test_two_releases_determine_no_answer_and_no_hidden_mean_whoever_colludes(both):
    found = []
    for sizes in (s for s in SIZES if s[0] == both):
        seconds = {}

        def read(a, b, sizes=sizes, seconds=seconds):
            first = first_figure(sizes[0] + sizes[1], a)
            at = shown(first), b
            if at not in seconds:
                seconds[at] = second_figure(sizes, first, b)
            second = seconds[at]
            return Seen((shown(first), shown(second)), first.state in HIDDEN, second.state in HIDDEN)

        found += adversary.two_releases(sizes, read)
    assert found == []
