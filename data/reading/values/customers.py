"""Columns that look like customers' personal data: refused, an appraisal needs none of it.

Who somebody is may not be in a file; how many there are, and what they hold together, is what a branch
measures. Names of products (手机银行, 电话银行) are no telephone numbers.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from data.errors import UnreadableFile
from data.reading.values.text import compact

_UNIT = re.compile(r"[(\[【][^()\[\]【】]*[)\]】]$")
_PRODUCTS = re.compile(
    r"(手机|电话|移动|掌上)(银行|支付|贷款?|端|app|pos|渠道|客户端)|(mobile|phone|telephone)_?bank(ing)?|"
    r"mobile_?(pay(ments?)?|app|channel|users?|customers?)"
)
_FIGURES = re.compile(
    r"(数|数量|户数|笔数|张数|个数|次数|人数|率|额|量|余额|占比|增量|净增|新增|增长|积分|得分|"
    r"_?(count|counts|rate|ratio|share|number_of|total|sum|balance|amount|users|customers|accounts|cards))$"
)
_STAFF = re.compile(
    r"(客户经理|员工|柜员|经办人?)(的)?(姓名|名称|名|编号|手机号?码?|联系电话|电话|邮箱|身份证号?码?|号码?)?|"
    r"(manager|staff|employee)s?_?(name|id|no|phone|mobile|e?_?mail)?"
)
_PERSON = re.compile(
    r"客户(姓名|名称|名|号|编号|代码|信息|地址|电话|手机|邮箱|身份|证|id)|(^|[^经])客户$|借款人|担保人|存款人|户主|"
    r"身份证|证件(号|类|$)|护照|手机|电话|联系方式|联系人|微信号?$|账号|帐号|卡号(?!段)|住址|家庭地址|"
    r"(customer|client|cust|borrower|guarantor)s?_?(name|id|no|num|code|phone|tel|mobile|e?_?mail|address)|"
    r"id_?card|passport|phone|(^|_)tel(_|$)|(^|_)mobile(_?(no|num|number|phone))?$|account_?(no|num)|card_?(no|num)"
)


def refuse_customers(file_name: str, headings: Iterable[str], known: Collection[str] = ()) -> None:
    """UnreadableFile where a heading names customers' data.

    `known` are the headings that mean something here (roles, indicators, what a mapping names), compact and
    without a unit: these are never refused.
    """
    for text in headings:
        if is_customers(text, known):
            raise UnreadableFile("errors-file-customer", file=file_name, column=text)


def is_customers(text: str, known: Collection[str] = ()) -> bool:
    """Whether a heading names who a customer is."""
    name = _UNIT.sub("", compact(text))
    if not name or name in known or compact(text) in known:
        return False
    name = _STAFF.sub("", _PRODUCTS.sub("", name))
    return not _FIGURES.search(name) and _PERSON.search(name) is not None
