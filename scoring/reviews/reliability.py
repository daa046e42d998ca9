"""Reliability of ratings: would other raters have said the same?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

import numpy as np
import scipy
from numpy.typing import ArrayLike, NDArray

from scoring.errors import AnalysisError, Fault
from scoring.thresholds import lowest_at

Floats = NDArray[np.float64]

CONFIDENCE = 0.95
LITTLE, MUCH = 0.10, 0.25


class IntraclassCorrelation(NamedTuple):
    """One coefficient with its F test and confidence interval."""

    value: float
    low: float
    high: float
    f: float
    df1: float
    df2: float
    p: float


@dataclass(frozen=True, eq=False)
class Reliability:
    """``icc`` by name: "ICC(1)", "ICC(2,1)", "ICC(3,1)" for one rater and "ICC(1,k)", "ICC(2,k)", "ICC(3,k)"
    for the mean of k; ``alpha`` is Cronbach's α over the raters (or items); ``ratees`` had all ratings,
    ``left_out`` did not."""

    icc: dict[str, IntraclassCorrelation]
    alpha: float
    standardised_alpha: float
    ratees: int
    left_out: int


def reliability(ratings: ArrayLike) -> Reliability:
    """The ICC family and Cronbach's α of (n, k) ratings: ratees × raters (or items).

    Mean squares of the two-way layout: rows MSR, columns MSC, error MSE, within rows MSW.
    ``ICC(1) = (MSR − MSW)/(MSR + (k−1)·MSW)``,
    ``ICC(2,1) = (MSR − MSE)/(MSR + (k−1)·MSE + k·(MSC − MSE)/n)``,
    ``ICC(3,1) = (MSR − MSE)/(MSR + (k−1)·MSE)``; averages of k: ``(MSR − MSW)/MSR``,
    ``(MSR − MSE)/(MSR + (MSC − MSE)/n)``, ``(MSR − MSE)/MSR``. P. E. Shrout and J. L. Fleiss, Psychological
    Bulletin 86 (1979), intervals by K. O. McGraw and S. P. Wong (1996).
    ``α = k/(k−1)·(1 − Σσ²_j/σ²_sum)``: L. J. Cronbach, Psychometrika 16 (1951).

    Ratees with a missing rating are left out and counted.

    Raises
    ------
    AnalysisError : fewer than two complete ratees or two raters, or no difference between any ratings.
    """
    given = np.asarray(ratings, dtype=float)
    if given.ndim != 2:
        raise AnalysisError([Fault("matrix-shape", params={"shape": given.shape})])
    x = given[~np.isnan(given).any(axis=1)]
    n, k = x.shape
    if n < 2 or k < 2:
        raise AnalysisError([Fault("ratings-too-few", params={"ratees": n, "raters": k})])
    grand = x.mean()
    rows, columns = x.mean(axis=1), x.mean(axis=0)
    total = ((x - grand) ** 2).sum()
    if not total > 0:
        raise AnalysisError([Fault("no-variation")])
    msr = k * ((rows - grand) ** 2).sum() / (n - 1)
    msc = n * ((columns - grand) ** 2).sum() / (k - 1)
    mse = ((x - rows[:, None] - columns + grand) ** 2).sum() / ((n - 1) * (k - 1))
    msw = ((x - rows[:, None]) ** 2).sum() / (n * (k - 1))
    variances = x.var(axis=0, ddof=1)
    whole = x.sum(axis=1).var(ddof=1)
    mean_r = _mean_correlation(x)
    return Reliability(
        icc=_family(float(msr), float(msc), float(mse), float(msw), n, k),
        alpha=float(k / (k - 1) * (1 - variances.sum() / whole)) if whole > 0 else np.nan,
        standardised_alpha=k * mean_r / (1 + (k - 1) * mean_r),
        ratees=n,
        left_out=len(given) - n,
    )


def one_way(ratees: Sequence[str], scores: ArrayLike) -> float:
    """ICC(1) where every ratee has raters of their own, in unequal numbers:
    ``(MSR − MSW)/(MSR + (k₀−1)·MSW)`` with ``k₀ = (N − Σkᵢ²/N)/(n − 1)``, the usual k where all have as many.

    A. Donner and J. J. Koval, Biometrics 36 (1980).

    Parameters
    ----------
    ratees : (k,) who was rated. scores : (k,), NaN = none.

    Raises
    ------
    AnalysisError : fewer than two ratees, nobody with two ratings, or no difference between any ratings.
    """
    given = np.asarray(scores, dtype=float)
    there = ~np.isnan(given)
    y = given[there]
    _, of = np.unique(np.asarray(ratees, dtype=object)[there].astype(str), return_inverse=True)
    counts = np.bincount(of)
    n, total = len(counts), len(y)
    if n < 2 or total <= n:
        raise AnalysisError(
            [Fault("ratings-too-few", params={"ratees": n, "raters": int(counts.max(initial=0))})]
        )
    if not np.ptp(y) > 0:
        raise AnalysisError([Fault("no-variation")])
    means = np.bincount(of, y) / counts
    msr = float((counts * (means - y.mean()) ** 2).sum() / (n - 1))
    msw = float(((y - means[of]) ** 2).sum() / (total - n))
    usual = (total - float((counts**2).sum()) / total) / (n - 1)
    return (msr - msw) / (msr + (usual - 1) * msw)


def band(coefficient: float) -> Literal["low", "middle", "high"]:
    """How much of the differences between single ratings is due to who is rated: little below 0.10, much from
    0.25 on (J. M. LeBreton and J. L. Senter, Organizational Research Methods 11 (2008))."""
    if coefficient >= lowest_at(MUCH):
        return "high"
    return "middle" if coefficient >= lowest_at(LITTLE) else "low"


def agreement_within(ratings: ArrayLike, options: int) -> Floats:
    """(n,) r_wg of each ratee: ``1 − s²/σ²_E`` with ``σ²_E = (A² − 1)/12``, the variance if raters drew
    from the A options at random; below 0 is reported as 0. NaN with fewer than two raters.

    L. R. James, R. G. Demaree and G. Wolf, Journal of Applied Psychology 69 (1984).

    Parameters
    ----------
    ratings : (n, k) ratings of one item in steps of 1, NaN = none. options : A, steps of the scale.
    """
    if options < 2:
        raise AnalysisError([Fault("matrix-shape", params={"shape": (options,)})])
    x = np.asarray(ratings, dtype=float)
    there = ~np.isnan(x)
    count = there.sum(axis=1)
    mean = np.where(there, x, 0.0).sum(axis=1) / np.maximum(count, 1)
    squares = np.where(there, (x - mean[:, None]) ** 2, 0.0).sum(axis=1)
    spread = squares / np.maximum(count - 1, 1)
    return np.where(count > 1, np.maximum(0.0, 1 - spread / ((options**2 - 1) / 12)), np.nan)


def _mean_correlation(x: Floats) -> float:
    with np.errstate(invalid="ignore", divide="ignore"):
        r = np.asarray(np.corrcoef(x, rowvar=False))
    k = x.shape[1]
    return float((r.sum() - k) / (k * (k - 1)))


def _family(
    msr: float, msc: float, mse: float, msw: float, n: int, k: int
) -> dict[str, IntraclassCorrelation]:
    tail = 1 - (1 - CONFIDENCE) / 2
    one, two, three = n - 1, n * (k - 1), (n - 1) * (k - 1)
    f1 = msr / msw if msw > 0 else np.inf
    f3 = msr / mse if mse > 0 else np.inf
    single1 = (msr - msw) / (msr + (k - 1) * msw)
    single2 = (msr - mse) / (msr + (k - 1) * mse + k * (msc - mse) / n)
    single3 = (msr - mse) / (msr + (k - 1) * mse)
    mean2 = (msr - mse) / (msr + (msc - mse) / n)
    low1, high1 = f1 / scipy.stats.f.ppf(tail, one, two), f1 * scipy.stats.f.ppf(tail, two, one)
    low3, high3 = f3 / scipy.stats.f.ppf(tail, one, three), f3 * scipy.stats.f.ppf(tail, three, one)
    low2, high2 = _random_raters(single2, msr, msc, mse, n, k, tail)
    p1, p3 = float(scipy.stats.f.sf(f1, one, two)), float(scipy.stats.f.sf(f3, one, three))
    test1, test3 = (float(f1), one, two, p1), (float(f3), one, three, p3)

    def of(
        value: float, low: float, high: float, test: tuple[float, float, float, float]
    ) -> IntraclassCorrelation:
        return IntraclassCorrelation(float(value), float(low), float(high), *test)

    return {
        "ICC(1)": of(single1, _single(low1, k), _single(high1, k), test1),
        "ICC(2,1)": of(single2, low2, high2, test3),
        "ICC(3,1)": of(single3, _single(low3, k), _single(high3, k), test3),
        "ICC(1,k)": of((msr - msw) / msr, 1 - 1 / low1, 1 - 1 / high1, test1),
        "ICC(2,k)": of(mean2, _stepped_up(low2, k), _stepped_up(high2, k), test3),
        "ICC(3,k)": of((msr - mse) / msr, 1 - 1 / low3, 1 - 1 / high3, test3),
    }


def _single(f: float, k: int) -> float:
    return (f - 1) / (f + k - 1) if np.isfinite(f) else 1.0


def _stepped_up(r: float, k: int) -> float:
    """Spearman–Brown: the reliability of the mean of k raters."""
    return k * r / (1 + (k - 1) * r)


def _random_raters(
    r: float, msr: float, msc: float, mse: float, n: int, k: int, tail: float
) -> tuple[float, float]:
    """The interval of ICC(2,1), with degrees of freedom after Satterthwaite."""
    if not mse > 0:
        return r, r
    fj = msc / mse
    upper = (n - 1) * (k - 1) * (k * r * fj + n * (1 + (k - 1) * r) - k * r) ** 2
    lower = (n - 1) * k**2 * r**2 * fj**2 + (n * (1 + (k - 1) * r) - k * r) ** 2
    v = upper / lower
    f_low, f_high = scipy.stats.f.ppf(tail, n - 1, v), scipy.stats.f.ppf(tail, v, n - 1)
    base = k * msc + (k * n - k - n) * mse
    low = n * (msr - f_low * mse) / (f_low * base + n * msr)
    high = n * (f_high * msr - mse) / (base + n * f_high * msr)
    return float(low), float(high)
