"""How a version is named."""

import pytest

from scoring import SteelyardError
from scoring.scheme import SchemeReference


def test_a_reference_is_read_as_it_is_written():
    reference = SchemeReference.parse("x-branch@2")
    assert reference == ("x-branch", 2)
    assert f"{reference}" == str(reference) == "x-branch@2"


@pytest.mark.parametrize("text", ["x-branch", "x-branch@", "x-branch@two", "x-branch@-1", "x-branch@²", ""])
def test_what_names_no_version_is_refused(text):
    with pytest.raises(SteelyardError) as caught:
        SchemeReference.parse(text)
    assert caught.value.key == "errors-scheme-unknown"
