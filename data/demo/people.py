"""The invented people of the demonstration branch."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import numpy as np

TEAMS = (
    ("T1", "城东组", "East Town"),
    ("T2", "城西组", "West Town"),
    ("T3", "三农组", "Agriculture"),
    ("T4", "小微组", "Small Business"),
    ("T5", "公司组", "Corporate"),
    ("T6", "普惠组", "Inclusive Finance"),
)
POSITIONS = ("见习客户经理", "初级客户经理", "中级客户经理", "高级客户经理", "资深客户经理")

_SURNAMES = (
    *(("周", "Zhou"), ("王", "Wang"), ("陈", "Chen"), ("李", "Li"), ("吴", "Wu"), ("孙", "Sun")),
    *(("赵", "Zhao"), ("郑", "Zheng"), ("何", "He"), ("冯", "Feng"), ("许", "Xu"), ("邓", "Deng")),
    *(("彭", "Peng"), ("曹", "Cao"), ("蒋", "Jiang"), ("沈", "Shen"), ("韩", "Han"), ("杨", "Yang")),
    *(("朱", "Zhu"), ("秦", "Qin"), ("吕", "Lyu"), ("张", "Zhang"), ("孔", "Kong"), ("严", "Yan")),
)
_GIVEN = (
    *(("敏", "Min"), ("海燕", "Haiyan"), ("立新", "Lixin"), ("国强", "Guoqiang"), ("静怡", "Jingyi")),
    *(("博", "Bo"), ("晓雯", "Xiaowen"), ("凯", "Kai"), ("丽", "Li"), ("志远", "Zhiyuan"), ("婷", "Ting")),
    *(("伟民", "Weimin"), ("程", "Cheng"), ("雪", "Xue"), ("建华", "Jianhua"), ("雨桐", "Yutong")),
    *(("文斌", "Wenbin"), ("佳宁", "Jianing"), ("春梅", "Chunmei"), ("俊杰", "Junjie"), ("思源", "Siyuan")),
    *(("秀兰", "Xiulan"), ("浩然", "Haoran"), ("永康", "Yongkang"), ("梦洁", "Mengjie")),
)


@dataclass(frozen=True)
class DemoPerson:
    """One invented customer manager; `strength` is their type."""

    manager_id: str
    name: str
    name_en: str
    team: int
    position: str
    joined_on: dt.date
    strength: str


def people(count: int, last: dt.date) -> list[DemoPerson]:
    """`count` managers spread over the six teams; the stories sit on fixed places of the list."""
    rng = np.random.default_rng([2026, 1])
    result = []
    for i in range(count):
        surname = _SURNAMES[i % len(_SURNAMES)]
        given = _GIVEN[(i * 7 + i // len(_SURNAMES) * 3) % len(_GIVEN)]
        seniority = int(rng.integers(1, 5))
        joined = dt.date(last.year - 2 - 2 * seniority, int(rng.integers(1, 13)), int(rng.integers(1, 28)))
        strength = str(
            rng.choice(["steady", "volume", "hunter", "careful", "average"], p=[0.3, 0.2, 0.2, 0.1, 0.2])
        )
        if i in (11, 33):
            # Two newcomers: in their second and fifth month.
            month = last.month - (1 if i == 11 else 4)
            joined, seniority, strength = dt.date(last.year, month, 6), 0, "average"
        result.append(
            DemoPerson(
                manager_id=f"CM{i + 1:02d}" if count < 100 else f"CM{i + 1:03d}",
                name=surname[0] + given[0],
                name_en=f"{given[1]} {surname[1]}",
                team=i % len(TEAMS),
                position=POSITIONS[seniority],
                joined_on=joined,
                strength=strength,
            )
        )
    return result
