"""Pay beside pay, and sums that tell nobody's own."""

import random

import pytest

from scoring.pay.compared import FEWEST, REST, change, is_far, safe


@pytest.mark.parametrize(
    ("before", "now", "share", "far"),
    [
        (1000, 1500, 0.5, False),
        (1000, 1501, 0.501, True),
        (1000, 499, -0.501, True),
        (-200, -100, 0.5, False),
        (0, 100, None, True),
        (0, 0, None, False),
    ],
)
def test_more_than_half_up_or_down_is_far(before, now, share, far):
    assert change(before, now) == (None if share is None else pytest.approx(share))
    assert is_far(before, now) == far


def test_no_sum_that_is_told_is_that_of_fewer_than_three_people():
    rng = random.Random(1)
    for _ in range(2000):
        people = {f"g{i}": rng.randint(1, 6) for i in range(rng.randint(0, 6))}
        told = safe(people)
        sums: dict[str, int] = {}
        for group, key in told.items():
            sums[key] = sums.get(key, 0) + people[group]
        assert all(count >= FEWEST for count in sums.values())
        assert set(told) == (set(people) if sum(people.values()) >= FEWEST else set())
        assert all(key in (group, REST) for group, key in told.items())


def test_as_few_groups_as_can_be_are_put_together():
    assert safe({"a": 5, "b": 2, "c": 4}) == {"a": "a", "b": REST, "c": REST}
    assert safe({"a": 5, "b": 2, "c": 1}) == {"a": "a", "b": REST, "c": REST}
    assert safe({"a": 3, "b": 4}) == {"a": "a", "b": "b"}
    assert safe({"a": 2}) == {}


def test_those_who_are_told_together_anyway_count_and_the_order_of_groups_does_not():
    assert safe({"a": 5, "b": 2}, others=1) == {"a": "a", "b": REST}
    assert safe({"a": 5, "b": 4}, others=2) == {"a": "a", "b": REST}
    assert (
        safe({"a": 4, "b": 4, "c": 1}) == safe({"c": 1, "b": 4, "a": 4}) == {"a": "a", "b": REST, "c": REST}
    )
    assert safe({"a": 1}, others=1) == {}
