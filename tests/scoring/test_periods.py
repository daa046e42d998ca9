"""Periods in the spellings people use; what could be two periods is none."""

import pytest

from scoring.errors import SteelyardError
from scoring.periods import parse_period


@pytest.mark.parametrize(
    ("text", "code"),
    [
        *((t, "2024-06") for t in ("2024-06", "2024/6", "202406", "2024.06", "2024年6月", " 2024-6 ")),
        *((t, "2024Q3") for t in ("2024Q3", "2024-Q3", "2024 q3", "2024年第三季度", "２０２４Q3")),
        *((t, "2024H2") for t in ("2024H2", "2024-H2", "2024年下半年")),
        *((t, "2024") for t in ("2024", "2024年", "2024年度")),
    ],
)
def test_usual_spellings(text, code):
    assert parse_period(text).code == code


@pytest.mark.parametrize(
    "text", ["", "2024.1", "2024-13", "0000-01", "24-06", "6月", "2024Q5", "٢٠٢٤-٠٦", "1066/3"]
)
def test_what_is_no_period_or_could_be_two(text):
    with pytest.raises(SteelyardError, match="errors-period"):
        parse_period(text)
