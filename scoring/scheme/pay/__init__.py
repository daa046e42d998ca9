"""What a scheme says of pay: its lines, and how what they give is paid out."""

from scoring.scheme.pay.graph import in_order
from scoring.scheme.pay.lines import (
    KINDS,
    Bonus,
    Brackets,
    Ceiling,
    Coefficient,
    Fine,
    Floor,
    OfLines,
    PayLine,
    Pool,
    Price,
    Step,
    summed,
)
from scoring.scheme.pay.payment import Payment

__all__ = [
    "KINDS",
    "Bonus",
    "Brackets",
    "Ceiling",
    "Coefficient",
    "Fine",
    "Floor",
    "OfLines",
    "PayLine",
    "Payment",
    "Pool",
    "Price",
    "Step",
    "in_order",
    "summed",
]
