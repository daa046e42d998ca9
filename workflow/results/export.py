"""Score sheets in the formats that others rely on (the shapes are part of the contract)."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import orjson
import pandas as pd

from data.errors import UnreadableFile
from scoring import ENGINE_VERSION, Comparison, ScoreSheet
from workflow.results.moves import compared


def sheet_document(sheet: ScoreSheet, period: str, teams: Sequence[str | None]) -> dict[str, Any]:
    """The JSON document of a scored period; people by rank, who has none last."""
    contributions, cells, posts = sheet.contributions, sheet.evaluated.cells, sheet.evaluated.posts
    lists = np.zeros(len(sheet.people), dtype=int) if posts is None else posts.lists
    profiles = [None, *(profile.code for profile in sheet.scheme.profiles)]
    rows = []
    for i, person in enumerate(sheet.people):
        indicators = {
            code: {
                "value": _number(cells.measured[i, j]),
                "quantity": _number(cells.quantities[i, j]),
                "target": _number(sheet.targets[i, j]),
                "read": _number(cells.read[i, j]),
                "raw_score": _number(cells.raw[i, j]),
                "score": _number(sheet.scores[i, j]),
                "weight": float(sheet.scheme.weight_lists[lists[i], j]),
                "effective_weight": _number(sheet.effective_weights[i, j]),
                "contribution": None if contributions is None else _number(contributions[i, j]),
            }
            for j, code in enumerate(sheet.indicators)
        }
        rows.append(
            {
                "manager_id": person,
                "team": teams[i],
                "total": _number(sheet.totals[i]),
                "rank": _whole(sheet.ranks[i]),
                "grade": sheet.grades[i],
                "coverage": _number(sheet.coverage[i]),
                "additions": float(sheet.additions[i]),
                "deductions": float(sheet.deductions[i]),
                "vetoed": bool(sheet.vetoed[i]),
                "profile": profiles[lists[i]],
                "sections": {
                    section.code: _number(sheet.sections[i, k])
                    for k, section in enumerate(sheet.scheme.sections)
                },
                "status": sheet.status[i],
                "conditions": [
                    {
                        "on": one.condition.on,
                        "effect": one.condition.effect,
                        "before": _number(one.before[i]),
                        "after": _number(one.after[i]),
                        "reason": dict(one.condition.reason),
                    }
                    for one in sheet.applied
                    if one.holds[i]
                ],
                "derived": {code: _number(values[i]) for code, values in sheet.derived.items()},
                "indicators": indicators,
            }
        )
    rows.sort(key=lambda row: (row["rank"] is None, row["rank"] or 0))
    return {
        "scheme": {"code": sheet.scheme.code, "version": sheet.scheme.version},
        "period": period,
        "cohort": len(sheet.people),
        "engine": ENGINE_VERSION,
        "left_out": list(sheet.left_out),
        "not_due": list(sheet.not_due),
        "refused": _refused(sheet),
        "rows": rows,
    }


def _refused(sheet: ScoreSheet) -> list[dict[str, object]]:
    """Cells that were measured but that their rule cannot take: the value or target, why, and the range."""
    return [
        {
            "manager_id": cell.person,
            "indicator": cell.indicator,
            "value": cell.value,
            "reason": cell.reason,
            "low": cell.low,
            "high": cell.high,
        }
        for cell in sheet.refused
    ]


def comparison_document(comparison: Comparison) -> dict[str, Any]:
    """The JSON document of a comparison."""

    def side(total: float, rank: float, grade: str | None) -> dict[str, object]:
        return {"total": _number(total), "rank": _whole(rank), "grade": grade}

    rows = [
        {
            "manager_id": m.manager_id,
            "before": side(m.before_total, m.before_rank, m.before_grade),
            "after": side(m.after_total, m.after_rank, m.after_grade),
            "difference": _number(comparison.difference[k]),
            "parts": {name: _number(part[k]) for name, part in comparison.parts.items()},
        }
        for k, m in enumerate(compared(comparison))
    ]
    regraded = [{"from": old, "to": new, "people": count} for old, new, count in comparison.grade_moves]
    return {
        "rows": rows,
        "kendall_tau": _number(comparison.kendall_tau),
        "grade_moves": regraded,
        "refused": {"before": _refused(comparison.before), "after": _refused(comparison.after)},
    }


def write_sheets(path: Path, documents: Sequence[Mapping[str, Any]]) -> None:
    """Write scored periods as csv, json or xlsx, by the ending: several as one list, with a sheet for each
    in a workbook.

    Raises
    ------
    UnreadableFile : another ending, or a folder that is not there.
    """
    ending = path.suffix.lower()
    if ending not in (".csv", ".json", ".xlsx") or not path.parent.is_dir():
        raise UnreadableFile("errors-file-output", file=str(path))
    if ending == ".json":
        whole = documents[0] if len(documents) == 1 else {"periods": documents}
        path.write_bytes(orjson.dumps(whole, option=orjson.OPT_INDENT_2))
        return
    frames = {str(document["period"]): flat(document) for document in documents}
    if ending == ".csv":
        if len(frames) > 1:
            for code, frame in frames.items():
                frame.insert(0, "period", code)
        pd.concat(frames.values()).to_csv(path, index=False, encoding="utf-8-sig")
        return
    options = {"strings_to_formulas": False, "strings_to_urls": False}
    with pd.ExcelWriter(path, engine="xlsxwriter", engine_kwargs={"options": options}) as writer:
        for code, frame in frames.items():
            frame.to_excel(writer, index=False, sheet_name=code, freeze_panes=(1, 1))


def flat(document: Mapping[str, Any]) -> pd.DataFrame:
    """One line a person: result, then score and contribution of each indicator."""
    rows = []
    for row in document["rows"]:
        line = {key: value for key, value in row.items() if not isinstance(value, dict | list)}
        line |= {f"{code} points": points for code, points in row["sections"].items()}
        line |= row["derived"]
        for code, cell in row["indicators"].items():
            line |= {f"{code} {what}": cell[what] for what in ("value", "score", "contribution")}
        rows.append(line)
    return pd.DataFrame(rows)


def _number(value: float) -> float | None:
    return None if math.isnan(value) else float(value)


def _whole(value: float) -> int | None:
    return None if math.isnan(value) else int(value)
