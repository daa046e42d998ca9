"""The tables of docs/files.md, from the readers: ``python -m documents.file_guide`` writes them anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from data.reading.columns.kinds import KINDS, Cell, Field, FileKind
from data.reading.rules import Rule
from data.reading.values.days import read_day
from data.reading.values.months import read_period
from data.reading.values.numbers import Unit, read_number
from words.text import Text, text_for

TARGET = Path(__file__).parent.parent / "docs" / "files.md"

_HOLDS = {
    Cell.ID: "an id",
    Cell.WORDS: "words",
    Cell.DAY: "a day",
    Cell.PERIOD: "a period",
    Cell.NUMBER: "a number",
    Cell.CHOICE: "",
}
_DAYS = (
    *("2026-03-01", "2026/3/1", "2026.3.1", "2026年3月1日", "20260301", "46082"),
    *("03/04/2026", "1.3.2026", "26-3-1", "2026-03", "2026", "3月1日", "2026-02-30"),
)
_PERIODS = (
    *("2026-03", "2026/3", "202603", "2026年3月", "2026-03-31", "46082", "2026Q1", "2026年第1季度", "2026H1"),
    *("2026", "3月", "26-03", "2026-13", "03/04/2026", "二〇二六年三月"),
)
_NUMBERS = (
    *(("1,234.5", "元"), ("１２３", "户"), ("(500)", "元"), ("500-", "元"), ("¥500", "元"), ("12万元", "元")),
    *(("3.21%", "1"), ("3.21%", "%"), ("12户", "户"), ("—", "元"), ("暂无", "元"), ("N/A", "元")),
    *(("1.234,5", "元"), ("$500", "元"), ("二十", "户"), ("#REF!", "元"), ("about 5", "元")),
)
_DOUBTS = (
    (Rule.DAY_MONTH_IN_DOUBT, ("day", "leave-out")),
    (Rule.FROM_MISSING, ("first-of-month", "first-of-period", "joining-day", "leave-out")),
    (Rule.TEAM_NEAR, ("that-team", "new-team", "leave-out")),
    (Rule.EVENT_ALREADY, ("another-event", "leave-out")),
)
_HELD = (
    *(Rule.EMPTY, Rule.UNKNOWN_ID, Rule.CHOICE, Rule.EVENT_KIND, Rule.NEGATIVE, Rule.PERIOD_IN_FUTURE),
    *(Rule.LEFT_BEFORE_JOINED, Rule.FROM_BEFORE_JOINED, Rule.TO_BEFORE_FROM, Rule.SAME_PERSON),
    *(Rule.OBSERVED_TOO_EARLY, Rule.OBSERVED_IN_FUTURE, Rule.OUTCOME_DIFFERS),
    *(Rule.ROWS_DIFFER, Rule.SHEET_ERROR, Rule.FORMULA_WITHOUT_VALUE, Rule.FORMULA_INJECTION),
)
_SAMPLES: dict[str, object] = {
    **{"near": "城东组", "was": "城西组", "team": "…", "day": "2026-03-01", "name": "投诉 (2)"},
    **{"usual": "5", "joined": "2026-03-01", "period": "2026-03", "choices": "…", "rows": "2, 3", "other": 2},
    **{"end": "2026-03-31", "outcome": "一年后转不良率"},
}


def tables() -> dict[str, str]:
    """The parts of the guide that the readers make, by the mark that they stand under."""
    t = text_for("en")
    parts: dict[str, Iterable[str]] = {
        kind.name: (*_columns(kind), "", *_example(kind)) for kind in KINDS.values()
    }
    parts["days"] = _table(("cell", "read as", ""), _days(t))
    parts["periods"] = _table(("cell", "read as", ""), _periods(t))
    parts["numbers"] = _table(("cell", "unit", "read as", ""), _numbers(t))
    parts["held"] = (f"- `{rule}`: {_why(t, rule)}" for rule in _HELD)
    parts["doubts"] = _table(("doubt", "choices"), _doubts(t))
    return {name: "\n".join(lines) for name, lines in parts.items()}


def guide(text: str) -> str:
    """The guide with its tables written anew."""
    for name, table in tables().items():
        first, last = f"<!-- {name} -->\n", f"<!-- /{name} -->"
        before, _, rest = text.partition(first)
        text = f"{before}{first}\n{table}\n\n{last}{rest.partition(last)[2]}"
    return text


def _columns(kind: FileKind) -> list[str]:
    rows = [
        (f"`{f.heading('en')}`" + (" *" if f.required else ""), "、".join(f.zh), _other(f), _holds(f))
        for f in kind.fields
    ]
    return list(_table(("column (* needed)", "Chinese headings", "other headings", "holds"), rows))


def _other(column: Field) -> str:
    return ", ".join(f"`{h}`" for h in column.headings if h not in (*column.zh, column.heading("en")))


def _holds(column: Field) -> str:
    choices = ", ".join(f"`{word}` {'、'.join(written)}" for word, written in column.choices.items())
    return choices or _HOLDS[column.cell]


def _example(kind: FileKind) -> list[str]:
    shown = [f for f in kind.fields if f.name not in ("left_on", "cut_off")]
    block = []
    for lang in ("zh", "en"):
        block += [",".join(f.heading(lang) for f in shown), ",".join(f.example(lang) for f in shown)]
        if lang == "zh":
            block += ["```", "", f"```csv {kind.name} en"]
    return [f"```csv {kind.name} zh", *block, "```"]


def _days(t: Text) -> Iterator[tuple[str, ...]]:
    for raw in _DAYS:
        found = read_day(raw)
        could = ", ".join(day.isoformat() for day in found.could_be)
        yield f"`{raw}`", _outcome(found.day, could), _why(t, found.rule)


def _periods(t: Text) -> Iterator[tuple[str, ...]]:
    for raw in _PERIODS:
        found = read_period(raw)
        yield f"`{raw}`", _outcome(found.code, ""), _why(t, found.rule)


def _numbers(t: Text) -> Iterator[tuple[str, ...]]:
    for raw, unit in _NUMBERS:
        found = read_number(raw, Unit(unit))
        read = "missing" if found.missing else "" if found.held else f"{found.number:g}"
        reasons = [_why(t, rule) for rule in (*found.fixes, found.missing, found.held) if rule]
        yield f"`{raw}`", unit, _outcome(read, ""), "; ".join(reasons)


def _outcome(read: object, could: str) -> str:
    return str(read) if read else f"held back ({could}?)" if could else "held back"


def _why(t: Text, rule: object) -> str:
    return t(f"rule-{rule}", **_SAMPLES) if rule else ""


def _doubts(t: Text) -> Iterator[tuple[str, ...]]:
    for rule, names in _DOUBTS:
        yield _why(t, rule), "; ".join(t(f"choice-{name}", **_SAMPLES) for name in names)


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    for row in (heads, ("---",) * len(heads), *rows):
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |"


if __name__ == "__main__":
    TARGET.write_text(guide(TARGET.read_text(encoding="utf-8")), encoding="utf-8")
