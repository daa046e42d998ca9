"""The worked example: six invented people, figures from the domain notes (§6.1)."""

from scoring import Measurements
from tests.places import SCHEMES

CODES = [
    *("E01", "E02", "E03", "E04", "G01", "G02", "S04", "R01", "R02"),
    *("R03", "C01", "C02", "C03", "G05", "G06", "S01", "S02"),
]
PEOPLE = ["CM01", "CM02", "CM03", "CM04", "CM05", "CM06"]
VALUES = [
    [1800, 2600, 95, 22, 60, 12, 10, 4.2, 5.6, 94.0, 3, 88, 70, 72, 78, 90, 80],
    [1100, 1300, 72, 10, 125, 33, 34, 0.9, 1.2, 99.6, 0, 99, 92, 90, 88, 95, 92],
    [900, 1400, 60, 9, 190, 48, 40, 1.6, 2.3, 98.2, 0, 97, 86, 84, 82, 92, 90],
    [1300, 1600, 75, 14, 110, 26, 24, 1.4, 1.9, 99.0, 1, 98, 85, 80, 84, 91, 85],
    [700, 900, 45, 7, 90, 25, 28, 2.8, 4.1, 96.5, 0, 98, 90, 88, 80, 93, 91],
    [1250, 1550, 70, 13, 115, 28, 27, 1.9, 2.6, 98.0, 2, 95, 80, 85, 75, 88, 82],
]
# The branch's two schemes as files, and what they make of the values.
V1 = (SCHEMES / "x-branch-v1.toml").read_text(encoding="utf-8")
V2 = (SCHEMES / "x-branch-v2.toml").read_text(encoding="utf-8")
EXISTING = {
    "totals": [130.20, 89.67, 83.88, 102.87, 68.65, 99.43],
    "ranks": [1, 4, 5, 2, 6, 3],
}
OPTIMISED = {
    "totals": [56.85, 98.59, 95.55, 95.09, 73.48, 88.15],
    "ranks": [6, 1, 2, 3, 5, 4],
}


def measurements(**more: object) -> Measurements:
    """The six people's values."""
    return Measurements(PEOPLE, CODES, VALUES, **more)  # type: ignore[arg-type]
