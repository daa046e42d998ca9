"""What verifying found, as sentences: tables by what people call them."""

from __future__ import annotations

from words.text import Text
from workflow.results.proving.difference import Difference


def sentence(t: Text, difference: Difference) -> str:
    """A difference as a sentence."""
    params = dict(difference.params)
    if "table" in params:
        params["table"] = table_name(t, str(params["table"]))
    if "label" in params:
        params["label"] = t(f"verify-label-{params['label']}")
    if "part" in params:
        params["part"] = t(f"verify-part-{params['part']}")
    return t(difference.key, **params)


def table_name(t: Text, name: str) -> str:
    """What people call a table; tests hold that each sealed one has a name."""
    return t(f"sealed-{name.replace('_', '-')}")
