"""Rows that are about nobody: totals, and what offices write under a table."""

from __future__ import annotations

import re
from functools import lru_cache

from data.reading.rules import Rule
from data.reading.values.text import compact

_TOTALS = {
    "小计": Rule.SUBTOTAL_ROW,
    "分计": Rule.SUBTOTAL_ROW,
    "subtotal": Rule.SUBTOTAL_ROW,
    "合计": Rule.GRAND_TOTAL_ROW,
    "grandtotal": Rule.GRAND_TOTAL_ROW,
    "总计": Rule.TOTAL_ROW,
    "total": Rule.TOTAL_ROW,
    "累计": Rule.TOTAL_ROW,
    "平均": Rule.TOTAL_ROW,
    "平均值": Rule.TOTAL_ROW,
    "汇总": Rule.TOTAL_ROW,
}
_FOOTER = re.compile(
    r"^(制表|审核|复核|填表|填报|经办|负责人|单位负责人|备注|注:|注1|说明|盖章|\(盖章\)|打印|第\d+页|数据来源|报送|联系人|主管)"
)


@lru_cache(maxsize=4096)
def total_rule(text: str) -> Rule | None:
    """The rule that a total is told by (None where the text names none)."""
    found = compact(text).strip(":：()【】[]")
    if found in _TOTALS:
        return _TOTALS[found]
    if len(found) <= 12 and found.endswith(("小计", "合计", "总计")) and not re.search(r"\d", found):
        return _TOTALS[found[-2:]]
    return None


@lru_cache(maxsize=4096)
def is_footer(text: str) -> bool:
    """Whether the text begins like a line under a table: who made it, notes, pages."""
    return _FOOTER.match(compact(text)) is not None
