"""What the invented branch's staff asks and says about the scheme, and what the committee answers."""

from __future__ import annotations

QUESTIONS = (
    (4, 6, "移交前形成的不良算在谁头上？", "能区分的移交前不良，接收后 12 个月内不计入接收人。", True),
    (7, 25, "产假期间的指标怎么算？", "累加类指标的目标按在岗天数折算，产假不减分。", True),
    (9, 24, "我三月入职，四月算不算排名？", "您在保护期内，四月只显示得分，不排名。", False),
    (2, None, "季度末调整过目标，手册里的例子会跟着变吗？", "", False),
)
"""By the person's number: the article, the question, the answer ("" while there is none), whether to all."""
COMMENTS = (
    (7, "接收老客户的不良希望有一段免责期。", "taken", "写入方案：接收后 12 个月内不计移交前的不良"),
    (11, "拜访次数容易凑数，建议只计有结果的拜访。", "partly", "改按有效拜访计，权重不变"),
    (10, "希望按月公布全部人员的明细得分。", "not-taken", "明细涉及个人，只公布名次、总分和等级"),
)
"""By the person's number: the comment, the decision, what was decided."""
PAY_NOTE = "按定稿结果核算"
PAY_APPROVED = "已核对合计与异常项"
"""What is said when pay is proposed, and approved."""
