"""Schemes: what they consist of, reading, writing, and whether they can work at all."""

from scoring.scheme.model import Authorisation, Grade, Indicator, Protection, Veto
from scoring.scheme.reference import SchemeReference
from scoring.scheme.scheme import Scheme

__all__ = ["Authorisation", "Grade", "Indicator", "Protection", "Scheme", "SchemeReference", "Veto"]
