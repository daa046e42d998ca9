"""Schemes: what they consist of, reading, writing, and whether they can work at all."""

from scoring.scheme.indicator import Indicator
from scoring.scheme.parts import Authorisation, Grade, Profile, Protection, Section, Veto
from scoring.scheme.reference import SchemeReference
from scoring.scheme.scheme import Scheme

__all__ = [
    "Authorisation",
    "Grade",
    "Indicator",
    "Profile",
    "Protection",
    "Scheme",
    "SchemeReference",
    "Section",
    "Veto",
]
