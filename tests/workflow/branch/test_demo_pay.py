"""The invented branch pays by its schemes: people have what the lines read, in amounts as in a county."""

import numpy as np
import pytest

from data.arrays import Facts, measurements_for
from data.demo.figures import STORIES, figures
from data.demo.people import people
from scoring import Scheme, score
from scoring.pay import pay
from scoring.periods import parse_period
from tests.places import SCHEMES

MONTH = parse_period("2026-10")
STAFF = people(48, MONTH.last_day)


@pytest.mark.parametrize("version", [1, 2])
def test_a_month_pays_what_a_county_branch_would(version):
    scheme = Scheme.from_toml((SCHEMES / f"x-branch-v{version}.toml").read_text(encoding="utf-8"))
    sheet = score(scheme, measurements_for(scheme, MONTH, Facts(figures(STAFF, [MONTH]))))
    run = pay(sheet)
    wage, minimum = (sheet.measurements.column(sheet.measurements.values, c) for c in ("WAGE", "MIN_WAGE"))
    assert ((wage >= 3_000) & (wage <= 5_000) & (wage > minimum)).all()
    # Whose data have a gap is told; nobody else lacks anything.
    assert set(np.flatnonzero(run.missing.any(axis=1))) <= {STORIES.gap}
    assert 3_500_00 < np.median(run.totals) < 5_500_00 and (run.totals >= 0).all()
