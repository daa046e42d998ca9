"""What the invented people say of one another in 360 reviews, the same on every machine."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from data.demo.people import DemoPerson

_WORTH = {"careful": 4.5, "steady": 4.3, "average": 4.0, "hunter": 4.0, "volume": 3.6}
"""What people of a type are rated around, on the scale 1–5."""
_BY_ITEM = {"teamwork": 0.1, "service": 0.2, "compliance": 0.0, "competence": -0.1, "coaching": -0.4}
_SPREAD, _NOISE = 0.3, 0.55
_CANNOT, _WRITES = 0.04, 0.07
SAID = {
    "teamwork": (
        "交接材料清楚，接手不费劲。",
        "忙起来顾不上配合，最好提前说一声。",
        "整村授信走访时带着大家一起干。",
    ),
    "service": (
        "客户等候时会主动说明进度。",
        "电话有时打不通，建议留个固定的回访时间。",
        "利率和费用讲得清楚。",
    ),
    "compliance": ("面签、双录都按要求做。", "贷后资料补得偏晚，检查前比较紧张。", "拿不准的会先来问。"),
    "competence": ("报表看得细，能发现问题。", "新产品还不熟，可以多参加培训。", "小微业务办得熟练。"),
    "coaching": (
        "愿意带新人，讲得明白。",
        "比较少分享做法，大家想多听听。",
    ),
}
"""What raters write, by item."""


@dataclass(frozen=True)
class Said:
    """What one rater says: levels, items that cannot be judged, comments, as a form takes them."""

    levels: dict[str, int]
    cannot: tuple[str, ...]
    comments: dict[str, str]


def generator(campaign: int) -> np.random.Generator:
    """The chance of a campaign: the same on every machine."""
    return np.random.default_rng([2026, 3, campaign])


def worths(rng: np.random.Generator, people: Iterable[DemoPerson]) -> dict[str, float]:
    """What everybody is rated around, by manager_id."""
    return {p.manager_id: _WORTH[p.strength] + float(rng.normal(0, _SPREAD)) for p in people}


def said(rng: np.random.Generator, worth: float, items: Sequence[str]) -> Said:
    """What somebody says of a person of that worth, about each of `items`."""
    levels, cannot, comments = {}, [], {}
    for item in items:
        if rng.random() < _CANNOT:
            cannot.append(item)
            continue
        about = worth + _BY_ITEM.get(item, 0.0) + float(rng.normal(0, _NOISE))
        levels[item] = int(np.clip(np.rint(about), 1, 5))
        if rng.random() < _WRITES and item in SAID:
            comments[item] = str(rng.choice(SAID[item]))
    return Said(levels, tuple(cannot), comments)
