"""Columns that look like customers' personal data: refused, an appraisal needs none of it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from data.errors import UnreadableFile
from data.reading.text import plain

_CUSTOMER = re.compile(
    r"客户(姓名|名称|名|号|编号)|(^|[^经])客户$|借款人|身份证|证件号|证件|手机|电话|联系方式|账号|帐号|卡号|住址|"
    r"id_?card|phone|mobile|account_?no|card_?no",
    re.I,
)


def refuse_customers(file_name: str, headings: Iterable[str]) -> None:
    """UnreadableFile where a heading names customers' data."""
    for text in headings:
        if _CUSTOMER.search(plain(text).replace(" ", "")):
            raise UnreadableFile("errors-file-customer", file=file_name, column=text)
