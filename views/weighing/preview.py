"""What the live ranking needs to follow totals in the browser while a weight is dragged."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from scoring import ScoreSheet
from scoring.cohort.presence import protected
from scoring.sheet.results import BLOCKED
from scoring.stability.sheets import totals_of
from scoring.thresholds import lowest_at


def preview(sheet: ScoreSheet) -> Mapping[str, object] | None:
    """What live_ranking/engine.js calls Model, for everybody in the order of the sheet; None for schemes
    whose totals are no straight lines in the weights and for tie-breakers, which engine.js does not know."""
    scheme = sheet.scheme
    if not scheme.straight or scheme.tie_breakers:
        return None
    totals = totals_of(sheet, np.arange(len(sheet.people)))
    shown_only = protected(sheet.measurements.tenure_months, scheme.protection, len(sheet.people))
    return {
        "scores": totals.scores.tolist(),
        "there": totals.there.tolist(),
        "gaps": (~(totals.there | ~totals.held)).any(axis=1).tolist(),
        "held": totals.held.tolist(),
        "groups": scheme.class_index.tolist(),
        "classes": len(scheme.classes),
        "inClass": totals.in_class,
        "offsets": totals.offsets.tolist(),
        "ceilings": totals.ceilings.tolist(),
        "ranked": (~shown_only).tolist(),
        "blocked": (sheet.status_index == BLOCKED).tolist(),
        "covered": _covered(sheet),
        "decimals": scheme.decimals,
    }


def _covered(sheet: ScoreSheet) -> Mapping[str, object] | None:
    """What the minimum coverage is asked of; None where everything is there."""
    evaluated = sheet.evaluated
    if evaluated.complete:
        return None
    return {
        "due": evaluated.due.tolist(),
        "available": (evaluated.available & evaluated.due).tolist(),
        "least": lowest_at(sheet.scheme.minimum_coverage),
    }
