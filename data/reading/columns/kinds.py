"""The kinds of file that offices hand over: what columns each has, how they are headed, what a cell holds.

Readers, templates and ``docs/files.md`` all come from this one declaration.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from data.reading.rules import Rule


class Cell(StrEnum):
    """What a cell of a column holds, and so how it is read."""

    ID = "id"
    WORDS = "words"
    DAY = "day"
    PERIOD = "period"
    NUMBER = "number"
    CHOICE = "choice"


_SAMPLES = {Cell.ID: "CM01", Cell.DAY: "2026-03-31", Cell.PERIOD: "2026-03", Cell.NUMBER: "2"}


@dataclass(frozen=True)
class Field:
    """A column: its canonical name, what its cells hold, and its headings in Chinese and English; the first
    ones head the templates. ``choices``: canonical word → how offices write it; any other word meets the rule
    ``otherwise``. ``sample``: what a cell may say, where what it holds does not show it. ``unit``: what its
    numbers are kept in; others that can be turned into it are. A cell of a ``required`` column is never
    empty, and the column is never absent."""

    name: str
    cell: Cell
    zh: tuple[str, ...]
    en: tuple[str, ...] = ()
    required: bool = False
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    otherwise: Rule = Rule.CHOICE
    sample: str = ""
    unit: str = "分"

    @property
    def headings(self) -> tuple[str, ...]:
        """Every heading it is known by, the canonical name first."""
        return tuple(dict.fromkeys((self.name, *self.en, *self.zh)))

    def heading(self, lang: str) -> str:
        """The heading that templates show."""
        return self.zh[0] if lang == "zh" else (*self.en, self.name)[0]

    def words(self, lang: str) -> tuple[str, ...]:
        """The choices as they are written in a language."""
        return tuple(written[0] if lang == "zh" else word for word, written in self.choices.items())

    def example(self, lang: str) -> str:
        """What a cell may say."""
        return self.sample or next(iter(self.words(lang)), "") or _SAMPLES[self.cell]


@dataclass(frozen=True)
class FileKind:
    """A kind of file. ``key`` names the columns that make two rows one; ``may_be_empty`` says that a file
    with a heading only is an answer: there were none."""

    name: str
    fields: tuple[Field, ...]
    key: tuple[str, ...]
    may_be_empty: bool = False

    def field(self, name: str) -> Field:
        """The column of that canonical name."""
        return next(f for f in self.fields if f.name == name)

    @property
    def required(self) -> tuple[str, ...]:
        """Columns without which a file is not of this kind."""
        return tuple(f.name for f in self.fields if f.required)


_PERSON = ("客户经理编号", "工号", "编号", "员工号", "柜员号", "客户经理号", "客户经理工号", "员工编号")
_NAME = Field(
    "name",
    Cell.WORDS,
    ("姓名", "客户经理", "客户经理姓名", "员工姓名"),
    ("name", "manager_name"),
    sample="周敏",
)
_TEAM = Field(
    "team", Cell.WORDS, ("团队", "所属团队", "所属机构", "部门", "网点", "所属部门"), sample="城东组"
)
_ID = Field("manager_id", Cell.ID, _PERSON, required=True)
_PERIOD = Field(
    "period",
    Cell.PERIOD,
    ("月份", "统计月份", "日期", "期间", "考核期间", "年月", "统计日期", "数据月份", "考核月份"),
    ("period", "month"),
    required=True,
)
_INDICATOR = Field("indicator", Cell.WORDS, ("指标", "指标代码", "指标名称"), required=True, sample="G01")
_VALUE = Field("value", Cell.NUMBER, ("数值", "实际值", "完成值", "值", "指标值"), required=True)
_TARGET = Field("target", Cell.NUMBER, ("目标值", "目标", "计划"))
_OWN_VALUE = Field("own_value", Cell.NUMBER, ("剔除接收部分",))
_CUT_OFF = Field("cut_off", Cell.DAY, ("截止日期", "数据日期", "截止时点", "数据截止日"))
_FROM = ("生效日期", "调入日期", "起始日", "起始日期", "变动日期", "调动日期", "任职日期", "执行日期")

_PEOPLE = FileKind(
    "people",
    (
        _ID,
        Field(_NAME.name, Cell.WORDS, _NAME.zh, _NAME.en, required=True, sample=_NAME.sample),
        Field("name_en", Cell.WORDS, ("英文名", "英文姓名"), sample="Zhou Min"),
        Field(_TEAM.name, Cell.WORDS, _TEAM.zh, required=True, sample=_TEAM.sample),
        Field("team_en", Cell.WORDS, ("团队英文名",), sample="East Town"),
        Field("position", Cell.WORDS, ("岗位", "职级", "职务", "岗位职级"), sample="初级客户经理"),
        Field(
            "joined_on",
            Cell.DAY,
            ("入职日期", "到岗日期", "入行日期", "入职时间"),
            ("joined_on", "joined"),
            sample="2024-07-01",
        ),
        Field(
            "left_on",
            Cell.DAY,
            ("离职日期", "离岗日期", "离行日期", "离职时间"),
            ("left_on", "left"),
            sample="2030-12-31",
        ),
        Field("email", Cell.WORDS, ("邮箱", "电子邮箱"), sample="zhoumin@bank.example"),
        Field(
            "from_on",
            Cell.DAY,
            _FROM,
            ("from", "from_on", "starts_on", "effective_from"),
            sample="2026-03-16",
        ),
    ),
    ("manager_id", "from_on"),
)
_DIRECTION = Field(
    "direction",
    Cell.CHOICE,
    ("方向", "优劣方向"),
    choices={
        "higher": ("越高越好", "正向", "高", "越大越好"),
        "lower": ("越低越好", "逆向", "反向", "低", "越小越好"),
    },
)
_INDICATORS = FileKind(
    "indicators",
    (
        Field("code", Cell.WORDS, ("代码", "指标代码", "指标编号"), required=True, sample="G01"),
        Field("name_zh", Cell.WORDS, ("中文名", "指标名称", "中文名称"), required=True, sample="新增户数"),
        Field("name_en", Cell.WORDS, ("英文名", "英文名称"), required=True, sample="New customers"),
        Field("unit", Cell.WORDS, ("单位", "计量单位"), sample="户"),
        _DIRECTION,
        Field(
            "measure",
            Cell.CHOICE,
            ("计量方式", "计量", "口径"),
            choices={
                "flow": ("发生额", "累计", "当期发生"),
                "daily-average": ("日均",),
                "point-in-time": ("时点", "余额"),
                "ratio": ("比率", "比例"),
                "rating": ("评分", "评级"),
                "count": ("计数", "户数", "笔数", "次数"),
                "rank": ("排名", "名次"),
                "share": ("占比",),
            },
        ),
        Field(
            "kind",
            Cell.CHOICE,
            ("性质", "类型", "定量定性"),
            choices={"quantitative": ("定量",), "qualitative": ("定性",)},
        ),
        Field("aliases", Cell.WORDS, ("别名", "其他名称"), sample="新增客户数; 净增户数"),
    ),
    ("code",),
)
_METRICS = FileKind(
    "metrics",
    (_ID, _NAME, _TEAM, _PERIOD, _INDICATOR, _VALUE, _TARGET, _OWN_VALUE, _CUT_OFF),
    ("manager_id", "period", "indicator"),
)
_TARGETS = FileKind(
    "targets",
    (_ID, _NAME, _TEAM, _PERIOD, _INDICATOR, Field(_TARGET.name, Cell.NUMBER, _TARGET.zh, required=True)),
    _METRICS.key,
)
_EVENTS = FileKind(
    "events",
    (
        _ID,
        _NAME,
        _PERIOD,
        Field(
            "kind",
            Cell.CHOICE,
            ("类型", "类别", "事项类型"),
            required=True,
            choices={
                "addition": ("加分", "奖励加分"),
                "deduction": ("扣分", "减分"),
                "veto": ("一票否决", "否决"),
            },
            otherwise=Rule.EVENT_KIND,
        ),
        Field("points", Cell.NUMBER, ("分值", "分数", "加扣分值", "扣分分值"), required=True),
        Field(
            "reason", Cell.WORDS, ("原因", "事由", "事项", "情况说明"), required=True, sample="客户投诉属实"
        ),
        Field("document", Cell.WORDS, ("文号", "依据文号", "依据", "文件号"), sample="纪要〔2026〕7号"),
        Field(
            "finding",
            Cell.CHOICE,
            ("责任认定", "认定结果", "认定"),
            choices={
                "pending": ("待认定", "认定中"),
                "exempt": ("免责", "尽职免责"),
                "reduced": ("减责", "减轻"),
                "confirmed": ("追责", "确认", "已认定"),
            },
        ),
    ),
    ("manager_id", "period", "kind", "reason"),
    may_be_empty=True,
)
_LEAVE = FileKind(
    "leave",
    (
        _ID,
        _NAME,
        Field(
            "kind",
            Cell.CHOICE,
            ("请假类型", "假别", "休假类型", "类型"),
            required=True,
            choices={
                "annual": ("年假", "年休假"),
                "maternity": ("产假", "生育假"),
                "injury": ("工伤", "工伤假"),
                "sick": ("病假",),
                "other": ("其他", "事假", "其他假"),
            },
        ),
        Field(
            "from_on",
            Cell.DAY,
            ("开始日期", "起始日期", "起始日", "请假开始", "开始时间"),
            ("from", "from_on", "starts_on"),
            required=True,
            sample="2026-03-02",
        ),
        Field(
            "to_on",
            Cell.DAY,
            ("结束日期", "截止日期", "结束日", "请假结束", "结束时间"),
            ("to", "to_on", "ends_on"),
            required=True,
        ),
    ),
    ("manager_id", "kind", "from_on", "to_on"),
    may_be_empty=True,
)
_HANDOVERS = FileKind(
    "handovers",
    (
        Field(
            "receiver_id",
            Cell.ID,
            ("接收人", "接收人编号", "接收人工号", "接管人", "接收客户经理"),
            ("receiver_id", "receiver"),
            required=True,
            sample="CM02",
        ),
        Field(
            "giver_id",
            Cell.ID,
            ("移交人", "移交人编号", "移交人工号", "原管户人", "移交客户经理"),
            ("giver_id", "giver"),
        ),
        Field(
            "on_date",
            Cell.DAY,
            ("移交日期", "接收日期", "交接日期", "移交时间", "日期"),
            ("on_date", "date"),
            required=True,
        ),
        Field("note", Cell.WORDS, ("备注", "说明", "移交内容"), sample="移交小微贷款"),
    ),
    ("receiver_id", "giver_id", "on_date"),
    may_be_empty=True,
)

_OUTCOMES = FileKind(
    "outcomes",
    (
        _ID,
        _NAME,
        _PERIOD,
        Field(
            "outcome",
            Cell.WORDS,
            ("后续结果", "结果", "结果名称", "事后结果"),
            required=True,
            sample="一年后转不良率",
        ),
        Field(
            "observed_on",
            Cell.DAY,
            ("观察日期", "观察日", "核实日期", "观测日期"),
            ("observed_on", "observed"),
            required=True,
            sample="2027-03-31",
        ),
        replace(_VALUE, zh=("结果值", *_VALUE.zh), unit="%"),
        replace(_DIRECTION, required=True),
        Field("unit", Cell.WORDS, ("单位", "计量单位"), sample="%"),
    ),
    ("manager_id", "outcome", "period", "observed_on"),
)

KINDS: dict[str, FileKind] = {
    kind.name: kind
    for kind in (_PEOPLE, _INDICATORS, _METRICS, _TARGETS, _EVENTS, _LEAVE, _HANDOVERS, _OUTCOMES)
}
MEASURED = ("metrics", "targets")
"""Kinds whose rows are measured values: wide or tidy, in the units of the indicators."""
