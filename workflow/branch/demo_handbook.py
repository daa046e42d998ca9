"""What the invented branch's staff has asked and said about its scheme, and what became of it."""

from __future__ import annotations

from access.actor import Actor
from access.demo import STAFF, actors
from access.permissions import Action, require
from data.database import Database
from scoring.scheme import SchemeReference
from workflow.asked import comments, questions

_VERSION = SchemeReference("x-branch", 2)
_CHAIR = STAFF[1]


def load(actor: Actor, db: Database) -> None:
    """Whom to ask, questions that were answered and one that waits, comments with what was decided."""
    require(actor, Action.MANAGE_ACCOUNTS)
    people = {a.manager_id: a for a in actors(db)}
    questions.name_contact(_CHAIR, db, _CHAIR.username)
    for person, article, says, answer, for_all in (
        (4, 6, "移交前形成的不良算在谁头上？", "能区分的移交前不良，接收后 12 个月内不计入接收人。", True),
        (7, 25, "产假期间的指标怎么算？", "累加类指标的目标按在岗天数折算，产假不减分。", True),
        (9, 24, "我三月入职，四月算不算排名？", "您在保护期内，四月只显示得分，不排名。", False),
        (2, None, "季度末调整过目标，手册里的例子会跟着变吗？", "", False),
    ):
        number = questions.ask(people[f"CM{person:02d}"], db, _VERSION, says, article)
        if answer:
            questions.answer(_CHAIR, db, number, answer, for_all=for_all)
    for person, says, decision, decided in (
        (7, "接收老客户的不良希望有一段免责期。", "taken", "写入方案：接收后 12 个月内不计移交前的不良"),
        (11, "拜访次数容易凑数，建议只计有结果的拜访。", "partly", "改按有效拜访计，权重不变"),
        (10, "希望按月公布全部人员的明细得分。", "not-taken", "明细涉及个人，只公布名次、总分和等级"),
    ):
        comments.comment(people[f"CM{person:02d}"], db, _VERSION, says)
        number = comments.comments(_CHAIR, db, _VERSION)[-1].event_id
        comments.decide(_CHAIR, db, number, decision, decided)
