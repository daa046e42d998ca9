"""Schemes: what they consist of, reading, writing, and whether they can work at all."""

from scoring.scheme.indicator import Indicator
from scoring.scheme.parts import (
    Authorisation,
    Condition,
    Grade,
    Measure,
    Profile,
    Protection,
    Section,
    Veto,
)
from scoring.scheme.reference import SchemeReference
from scoring.scheme.scheme import Scheme

__all__ = [
    "Authorisation",
    "Condition",
    "Grade",
    "Indicator",
    "Measure",
    "Profile",
    "Protection",
    "Scheme",
    "SchemeReference",
    "Section",
    "Veto",
]
