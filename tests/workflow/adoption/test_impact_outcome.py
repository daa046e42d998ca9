"""What is kept of an impact run."""

import json
import math

from workflow.adoption.outcome import Outcome

# As the first release wrote it.
STORED = """{"periods": ["2026-09", "2026-10"], "people": [\
{"manager_id": "CM01", "before": [91.25, 2.0, "B"], "after": [92.5, 1.0, "A"]}, \
{"manager_id": "CM02", "before": [null, null, null], "after": [80.0, null, "C"]}], \
"moved": 1, "moved_far": 0, "grades": [{"A": 0, "B": 1}, {"A": 1, "B": 0}], "pool": [1.0, 1.3], \
"churn": [["2026-09", null, 0], ["2026-10", 0.9, 1]], \
"findings": [{"rule": "W03", "severity": "warning", "where": "G01"}]}"""


def test_a_run_of_an_earlier_release_is_read_and_written_byte_for_byte():
    found = Outcome.from_document(json.loads(STORED))
    assert json.dumps(found.document(), ensure_ascii=False) == STORED
    first, second = found.people
    assert (first.change, first.places, first.after_grade) == (1.25, 1.0, "A")
    assert math.isnan(second.change) and math.isnan(second.places) and second.changed
    assert math.isnan(found.churn[0][1]) and found.findings[0].where == "G01"


def test_a_scheme_without_coefficients_has_no_pool():
    stored = json.loads(STORED) | {"pool": None}
    assert Outcome.from_document(stored).document() == stored
