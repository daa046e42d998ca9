"""What was talked about, planned and learnt in the invented branch."""

from __future__ import annotations

from typing import NamedTuple


class DemoCourse(NamedTuple):
    """A course of the catalogue: names, hours, the indicators that it is to strengthen."""

    name: str
    name_en: str
    hours: float
    indicators: tuple[str, ...]


class DemoTalk(NamedTuple):
    """What was said in a talk, and the actions: what, who."""

    points: str
    advice: str
    actions: tuple[tuple[str, str], ...]


COURSES = (
    DemoCourse("小微贷款贷前调查实务", "Small-business credit: looking before lending", 8, ("R01", "R02")),
    DemoCourse("逾期催收与风险化解", "Overdue loans: collecting and settling", 8, ("R02", "R03")),
    DemoCourse("贷后检查与档案管理", "Post-loan checks and credit files", 6, ("C01", "C02")),
    DemoCourse("存款营销与客户维护", "Deposits: winning and keeping customers", 6, ("E01", "S01", "S02")),
    DemoCourse("整村授信与外拓走访", "Village credit lines and visits", 8, ("G01", "G02", "S04")),
    DemoCourse("商户收单与场景拓客", "Merchants and new customers", 4, ("G01", "G02")),
    DemoCourse("贷款定价与综合收益", "Loan pricing and total return", 6, ("E02", "E03", "E04")),
    DemoCourse("合规操作与案例警示", "Compliance: cases and lessons", 4, ("C01", "C03")),
)
TALKS = (
    DemoTalk(
        "日均存款连续两个月低于目标，到期客户流失多；\n新增客户集中在一个市场，后续跟进少。",
        "存款到期前十天逐户联系；每周走访两个商圈，当天录入回访。",
        (("建立到期客户台账并逐户联系", "manager"), ("陪同走访两个商圈", "superior")),
    ),
    DemoTalk(
        "逾期率上升，三户小微贷款贷后检查不到位。",
        "先把三户逐一上门核实，能展期的提前申请；新放款从严把握第一还款来源。",
        (("三户逾期客户上门核实，提交化解方案", "manager"),),
    ),
    DemoTalk(
        "得分下滑主要来自不良率，前任移交的贷款占了大半，本人新放的没有问题。",
        "移交贷款按约定另行考核；本人管好到期收回，争取年内收回率回到 99%。",
        (("逐笔制定到期收回计划", "manager"), ("协调风险部参与重组谈判", "superior")),
    ),
)
CAME = (
    ("done", "台账已建，到期客户联系率 100%"),
    ("partly", "走访了一个商圈，另一个下周去"),
)
WHY_CHANGED = "年末资金紧，收回目标往后放一个月"
WHY_DECLINED = "与年度体检冲突，希望参加下一期"
