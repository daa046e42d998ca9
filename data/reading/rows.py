"""Rows that are about nobody: totals, and what offices write under a table."""

from __future__ import annotations

import re

from data.reading.text import compact

_TOTALS = {
    "小计": "subtotal_row",
    "分计": "subtotal_row",
    "subtotal": "subtotal_row",
    "合计": "grand_total_row",
    "grandtotal": "grand_total_row",
    "总计": "total_row",
    "total": "total_row",
    "累计": "total_row",
    "平均": "total_row",
    "平均值": "total_row",
    "汇总": "total_row",
}
_FOOTER = re.compile(
    r"^(制表|审核|复核|填表|填报|经办|负责人|单位负责人|备注|注:|注1|说明|盖章|\(盖章\)|打印|第\d+页|数据来源|报送|联系人|主管)"
)


def total_rule(text: str) -> str:
    """The rule that a total is told by ("" where the text names none)."""
    found = compact(text).strip(":：()【】[]")
    if found in _TOTALS:
        return _TOTALS[found]
    if len(found) <= 12 and found.endswith(("小计", "合计", "总计")) and not re.search(r"\d", found):
        return _TOTALS[found[-2:]]
    return ""


def is_footer(text: str) -> bool:
    """Whether the text begins like a line under a table: who made it, notes, pages."""
    return _FOOTER.match(compact(text)) is not None
