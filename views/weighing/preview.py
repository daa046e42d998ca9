"""What the live ranking needs to follow totals in the browser while a weight is dragged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from scoring import ScoreSheet
from scoring.stability.sheets import totals_of


@dataclass(frozen=True)
class Preview:
    """The people with totals, in the order of the sheet, and what live_ranking/engine.js calls Model: their
    scores with the stand-ins of the policy, gaps and limits, in the same order."""

    people: tuple[str, ...]
    model: Mapping[str, object]


def preview(sheet: ScoreSheet) -> Preview | None:
    """The preview of a sheet; None for geometric schemes and tie-breakers, which engine.js does not know."""
    scheme = sheet.scheme
    if scheme.aggregation == "geometric" or scheme.tie_breakers:
        return None
    totals = totals_of(sheet, np.flatnonzero(~np.isnan(sheet.totals)))
    model: dict[str, object] = {
        "scores": totals.scores.tolist(),
        "there": totals.there.tolist(),
        "gaps": (~(totals.there | ~totals.held)).any(axis=1).tolist(),
        "held": totals.held.tolist(),
        "groups": scheme.class_index.tolist(),
        "classes": len(scheme.classes),
        "inClass": totals.in_class,
        "offsets": totals.offsets.tolist(),
        "ceilings": totals.ceilings.tolist(),
        "ranked": (~np.isnan(sheet.ranks[totals.rows])).tolist(),
        "decimals": scheme.decimals,
    }
    return Preview(tuple(totals.people), model)
