"""The sentences of the checks and what they rest on, (Chinese, English)."""

from __future__ import annotations

_TEXT_ZH, _TEXT_EN = "（以监管原文为准）", " (the regulator's own text prevails)"
_G34 = (
    "银监发〔2012〕34号" + _TEXT_ZH,
    "CBRC Notice 2012 No. 34" + _TEXT_EN,
)
_G14 = ("银监发〔2010〕14号" + _TEXT_ZH, "CBRC Notice 2010 No. 14" + _TEXT_EN)
_G14_16 = ("银监发〔2010〕14号第十六条" + _TEXT_ZH, "CBRC Notice 2010 No. 14, art. 16" + _TEXT_EN)
_CLAWBACK = ("银保监办发〔2021〕17号" + _TEXT_ZH, "CBIRC Office Notice 2021 No. 17" + _TEXT_EN)
_DILIGENCE = ("金规〔2024〕11号" + _TEXT_ZH, "NFRA Notice 2024 No. 11" + _TEXT_EN)
_PIPL = (
    "个人信息保护法第六、二十四、二十八、五十一条",
    "Personal Information Protection Law, art. 6, 24, 28, 51",
)
_PRACTICE = ("行业惯例", "Practice")
_CONTROL = ("内部控制要求", "Internal control")
_SMALL_NUMBERS = ("最高人民法院指导案例18号；小样本", "Supreme People's Court Guiding Case 18; small numbers")
_FAIR = ("公平性", "Fairness")
_INTERNAL = ("计算要求", "Arithmetic")

CLASS_NAMES: dict[str, tuple[str, str]] = {
    "compliance": ("合规经营", "compliance"),
    "risk": ("风险管理", "risk"),
    "efficiency": ("经营效益", "efficiency"),
    "transformation": ("发展转型", "transformation"),
    "social": ("社会责任", "social responsibility"),
}
"""What the five supervisory classes are called in a sentence."""

CITATIONS: dict[str, tuple[str, str]] = {
    "S00": _INTERNAL,
    "W01": _INTERNAL,
    "W02": _G34,
    "W03": _G34,
    "W04": _G34,
    "W05": (
        "银监发〔2012〕34号第五条" + _TEXT_ZH,
        "CBRC Notice 2012 No. 34, art. 5" + _TEXT_EN,
    ),
    "W06": _PRACTICE,
    "W07": _PRACTICE,
    "W08": (
        "银监发〔2012〕34号、银保监办发〔2018〕48号" + _TEXT_ZH,
        "CBRC Notice 2012 No. 34; CBIRC Office Notice 2018 No. 48" + _TEXT_EN,
    ),
    "I01": (
        "银监发〔2012〕34号、银保监办发〔2018〕48号" + _TEXT_ZH,
        "CBRC Notice 2012 No. 34; CBIRC Office Notice 2018 No. 48" + _TEXT_EN,
    ),
    "I02": _G34,
    "I03": _INTERNAL,
    "I04": _INTERNAL,
    "I05": _PRACTICE,
    "A01": _G34,
    "W09": ("防止归类取巧", "Against gaming of classes"),
    "W10": _PRACTICE,
    "W11": _PRACTICE,
    "I06": _G34,
    "I07": ("评价应有行为锚定", "Ratings need behaviour anchors"),
    "I08": _FAIR,
    "I09": _PRACTICE,
    "I10": ("数据准确性", "Accuracy of data"),
    "A02": (
        "银监发〔2012〕34号、银保监办发〔2018〕48号" + _TEXT_ZH,
        "CBRC Notice 2012 No. 34; CBIRC Office Notice 2018 No. 48" + _TEXT_EN,
    ),
    "A03": (
        "银监发〔2012〕34号、银保监办发〔2021〕17号" + _TEXT_ZH,
        "CBRC Notice 2012 No. 34; CBIRC Office Notice 2021 No. 17" + _TEXT_EN,
    ),
    "A04": (
        "银监发〔2012〕34号" + _TEXT_ZH + "；劳动合同法第四条",
        "CBRC Notice 2012 No. 34" + _TEXT_EN + "; Labour Contract Law, art. 4",
    ),
    "P01": ("劳动合同法第四条", "Labour Contract Law, art. 4"),
    "P02": _PRACTICE,
    "P03": _PRACTICE,
    "P04": _DILIGENCE,
    "P05": ("劳动合同法第四十条", "Labour Contract Law, art. 40"),
    "P06": _CONTROL,
    "P07": (
        "银监发〔2012〕34号、银监发〔2010〕14号" + _TEXT_ZH,
        "CBRC Notices 2012 No. 34 and 2010 No. 14" + _TEXT_EN,
    ),
    "L01": ("最高人民法院指导案例18号", "Supreme People's Court Guiding Case 18"),
    "L02": _SMALL_NUMBERS,
    "L03": ("工资支付暂行规定第十六条", "Interim Provisions on Wage Payment, art. 16"),
    "L04": (
        "女职工劳动保护特别规定第五条",
        "Special Provisions on the Labour Protection of Female Employees, art. 5",
    ),
    "M01": _G14_16,
    "M02": _G14,
    "M03": _CLAWBACK,
    "M04": _PRACTICE,
    "D01": _DILIGENCE,
    "D02": _PRACTICE,
    "D03": ("数据准确性", "Accuracy of data"),
    "V01": _PIPL,
    "V02": ("匿名保护", "Anonymity"),
    "V03": ("个人信息保护法第二十四条", "Personal Information Protection Law, art. 24"),
    "V04": ("个人信息保护法第六条", "Personal Information Protection Law, art. 6"),
    "F01": _FAIR,
    "F02": _FAIR,
    "F03": _FAIR,
}

SENTENCES: dict[str, tuple[str, str]] = {
    "S00": ("{fault}", "{fault}"),
    "W01": (
        "各指标权重合计 {total},应为 100。",
        "The weights sum to {total}; they must sum to 100.",
    ),
    "W02": (
        "合规与风险合计 {joint},未明显高于其他类:{other} 类为 {highest},至少应高出 {lead} 个百分点。",
        "Compliance and risk together weigh {joint}, not clearly above the other classes: "
        "{other} weighs {highest} and the lead must be at least {lead} points.",
    ),
    "W03": (
        "从严口径:合规 {compliance}、风险 {risk},应各自高于其他任何一类(最高 {highest})。",
        "Strict reading: compliance ({compliance}) and risk ({risk}) must each outweigh every "
        "other class (highest {highest}).",
    ),
    "W04": (
        "合规与风险合计 {joint},应不低于 {minimum}。",
        "Compliance and risk together weigh {joint}; at least {minimum} is expected.",
    ),
    "W04-zero": (
        "合规 {compliance}、风险 {risk}:两类都应有指标。",
        "Compliance weighs {compliance} and risk {risk}: both classes must be appraised.",
    ),
    "W05": ("五类中缺少:{missing}。", "Of the five classes these are absent: {missing}."),
    "W06": (
        "指标 {where} 权重 {weight},超过 {limit}。",
        "Indicator {where} weighs {weight}, more than {limit}.",
    ),
    "W06-light": (
        "指标 {where} 权重 {weight},低于 {limit},作用有限。",
        "Indicator {where} weighs {weight}, less than {limit}; it will hardly be felt.",
    ),
    "W07": (
        "共有 {count} 项指标,多于 {limit} 项,重点容易分散。",
        "There are {count} indicators, more than {limit}; the focus may be lost.",
    ),
    "W07-few": (
        "只有 {count} 项指标,少于 {limit} 项,难以全面反映工作。",
        "There are only {count} indicators, fewer than {limit}; much of the work goes unseen.",
    ),
    "W08": (
        "指标 {where} 以排名、份额或同业比较为要求,不得使用。",
        "Indicator {where} demands a rank, a share or a comparison with peers; this is not allowed.",
    ),
    "I01": (
        "指标 {where} 考核存贷款等金额的时点规模,不得使用;可改为日均。",
        "Indicator {where} appraises deposits, loans or another amount of money at a point in time; "
        "this is not allowed. Use the daily average.",
    ),
    "I02": ("指标 {where} 没有具体目标值。", "Indicator {where} has no concrete target."),
    "I03": (
        "指标 {where} 按完成率计分,目标值为 {value},无法计算;可改用分段规则(piecewise),或换一个基数。",
        "Indicator {where} is scored by attainment with a target of {value}; this cannot be worked out. "
        "Use a piecewise rule, or take another base.",
    ),
    "I04": (
        "指标 {where} 的计分规则与方向不符:{detail}。",
        "The rule of indicator {where} goes against its direction: {detail}.",
    ),
    "I05": (
        "指标 {where} 封顶 {cap},高于 {limit}。",
        "The cap of indicator {where} is {cap}, above {limit}.",
    ),
    "A01": (
        "缺少总行授权(文号、日期、范围),分支机构不得自行制定考评办法。",
        "The head office's authorisation (reference, date, scope) is missing; "
        "a branch may not make its own scheme.",
    ),
    "W09": (
        "指标 {where} 归在 {tag},指标库中属于 {library}。",
        "Indicator {where} is tagged {tag}; in the indicator library it belongs to {library}.",
    ),
    "W10": (
        "定性指标合计 {value},宜在 {low} 到 {high} 之间。",
        "Rated indicators weigh {value} together; between {low} and {high} is expected.",
    ),
    "W11": (
        "{where} 类权重变动 {moved} 个百分点,超过 {limit};须附影响测算。",
        "Class {where} moves by {moved} points, more than {limit}; attach a simulation of the effects.",
    ),
    "I05-none": (
        "指标 {where} 没有封顶。",
        "Indicator {where} has no cap.",
    ),
    "I06": (
        "加分上限 {value},超过 {limit} 分。",
        "Additions may reach {value} points, more than {limit}.",
    ),
    "I06-loose": (
        "加分项“{where}”不属于任何指标。",
        "The addition “{where}” belongs to no indicator.",
    ),
    "I07": (
        "定性指标 {where} 只有 {count} 条行为锚定,应每个等级一条(共 {grades} 级)。",
        "The rated indicator {where} has {count} behaviour anchors; "
        "one for each of {grades} grades is expected.",
    ),
    "I08": (
        "指标 {where} 的同一事实还通过其他方式重复计算:{ways}。",
        "The fact behind indicator {where} counts again elsewhere: {ways}.",
    ),
    "I09": (
        "指标 {where} 不是客户经理所能控制的。",
        "Indicator {where} is beyond the control of a customer manager.",
    ),
    "I10": (
        "指标 {where} 没有写明数据来源、责任部门和截止日。",
        "Indicator {where} names no data source, owner or cut-off day.",
    ),
    "I10-none": (
        "方案没有写明任何指标的数据来源、责任部门和截止日。",
        "The scheme names no data source, owner or cut-off day for any indicator.",
    ),
    "A02": (
        "指标 {where} 的目标 {value} 严于总行的 {head_office},属层层加码。",
        "The target {value} of {where} is stricter than the head office's {head_office}.",
    ),
    "A02-people": (
        "指标 {where} 分给个人的目标合计 {value},超过支行目标 {branch}。",
        "What people were given for {where} sums to {value}, more than the branch's target {branch}.",
    ),
    "A03": (
        "{where} 像是方案之外的单项或临时考核,不得设定。",
        "{where} looks like a one-off or temporary appraisal outside the scheme; this is not allowed.",
    ),
    "A03-late": (
        "指标 {where} 于 {created} 设立,晚于考核周期开始 {start}。",
        "Indicator {where} was set up on {created}, after the cycle began on {start}.",
    ),
    "A03-outside": (
        "“{where}”是方案之外的奖励。",
        "“{where}” is a reward outside the scheme.",
    ),
    "A04": (
        "自 {start} 起生效,不晚于已结束的 {closed};不得追溯。",
        "It would hold from {start}, but all up to {closed} is closed; a scheme has no retroactive effect.",
    ),
    "A04-live": (
        "该版本已生效或已冻结,不能修改。",
        "This version is in force or frozen and cannot be changed.",
    ),
    "P01": (
        "缺少民主程序依据(职代会或工会讨论日期、公示日期、全员签收)。",
        "The consultation is not on record (date with staff or union, date of posting, receipts of all).",
    ),
    "P02": (
        "周期开始前只公布了 {days} 天,宜不少于 {limit} 天。",
        "The scheme was published {days} days before the cycle; at least {limit} are expected.",
    ),
    "P02-signed": (
        "目标责任书只有 {share}% 的人签收。",
        "Only {share}% of the people have signed their targets.",
    ),
    "P03": (
        "公示 {days} 个工作日,宜不少于 {limit} 个。",
        "The notice lasts {days} working days; at least {limit} are expected before pay.",
    ),
    "P04": ("没有申诉渠道。", "There is no way to appeal."),
    "P04-days": (
        "申诉期 {days} 个工作日,应不少于 {limit} 个。",
        "Appeals may be lodged for {days} working days; at least {limit} are required.",
    ),
    "P04-reviewer": (
        "复核人就是原评价人,应由他人复核。",
        "Appeals are reviewed by the first rater; somebody else must do it.",
    ),
    "P04-worse": (
        "没有写明申诉不得加重结果。",
        "It is not said that an appeal cannot make the result worse.",
    ),
    "P05": ("没有面谈记录:{people}。", "No interview is on record for: {people}."),
    "P05-plan": ("没有绩效改进计划:{people}。", "There is no improvement plan for: {people}."),
    "P06": (
        "“{where}”由 {person} 一人经办和复核。",
        "“{where}” was both done and checked by {person}.",
    ),
    "P07": (
        "档案只保存 {years} 年,宜自最后一次延期支付起不少于 {limit} 年。",
        "Records are kept {years} years; at least {limit} after the last deferred payment are expected.",
    ),
    "L01": (
        "“{text}”以末位为由淘汰或解除,不合法:末位不等于不能胜任。",
        "“{text}” dismisses whoever comes last; last is not the same as incompetent.",
    ),
    "L02": (
        "参评 {count} 人,少于 {limit} 人,不宜强制分布。",
        "With {count} people, fewer than {limit}, a forced distribution is not advisable.",
    ),
    "L02-lowest": (
        "最低等级 {where} 有比例限制,应按绝对标准评定。",
        "The lowest grade {where} has a quota; it must follow from an absolute standard.",
    ),
    "L03": (
        "{where} 的月工资低于最低工资标准。",
        "The monthly pay of {where} is below the minimum wage.",
    ),
    "L03-loss": (
        "{where} 的赔偿扣款占月工资 {share}%,超过 {limit}%。",
        "Compensation takes {share}% of the month's wage of {where}, more than {limit}%.",
    ),
    "L04": (
        "{where} 因产假、孕期、工伤或年休假被扣分或扣款。",
        "{where} loses score or pay for maternity, pregnancy, work injury or annual leave.",
    ),
    "M01": (
        "重要风险岗位的延期支付为 {share}%、{years} 年,应不少于 40%、3 年。",
        "For posts that matter to risk {share}% is deferred over {years} years; "
        "at least 40% over 3 years is required.",
    ),
    "M02": (
        "延期支付各期为 {instalments},前重后轻。",
        "The deferred instalments {instalments} are front-loaded.",
    ),
    "M03": (
        "追索扣回条款缺少:{missing}。",
        "The clawback clause lacks: {missing}.",
    ),
    "M04": (
        "绩效系数最高是最低的 {value} 倍,宜在 {low} 到 {high} 之间。",
        "The highest coefficient is {value} times the lowest; between {low} and {high} is expected.",
    ),
    "D01": (
        "“{where}”责任尚未认定或已免责,不能扣分。",
        "“{where}” is deducted while accountability is pending or exempted.",
    ),
    "D02": (
        "接收管户 {value} 个月后即全额计入存量不良,宜不短于 {limit} 个月。",
        "Inherited bad loans count in full after {value} months; at least {limit} are expected.",
    ),
    "D03": (
        "指标 {where} 有超出合理范围的数值。",
        "Indicator {where} has values outside the plausible range.",
    ),
    "D03-stale": ("指标 {where} 的数据已过期。", "The data of indicator {where} are stale."),
    "D03-missing": (
        "指标 {where} 有 {share}% 的人缺数据,超过 {limit}%。",
        "Indicator {where} is missing for {share}% of the people, more than {limit}%.",
    ),
    "V01": (
        "导入文件的“{where}”列像是客户个人信息。",
        "Column “{where}” of an import looks like customers' personal data.",
    ),
    "V02": (
        "指标 {where} 的评价组 {group} 最少 {count} 人即单独计分,应不少于 {limit} 人。",
        "Group {group} of indicator {where} counts from {count} raters; at least {limit} protect them.",
    ),
    "V02-shown": (
        "评价组“{where}”人数过少,不应单独显示。",
        "Rater group “{where}” is too small to be shown by itself.",
    ),
    "V03": (
        "“{where}”未经人工确认和说明即生效。",
        "“{where}” took effect without a person's confirmation and an explanation.",
    ),
    "V04": (
        "“{where}”对同事可见,不应公开。",
        "“{where}” can be seen by colleagues; it should not.",
    ),
    "F01": (
        "指标 {where} 的得分几乎没有差别(离散系数 {value})。",
        "Indicator {where} hardly tells anybody apart (coefficient of variation {value}).",
    ),
    "F01-cap": (
        "指标 {where} 有 {share}% 的人触及封顶。",
        "{share}% of the people are at the cap of indicator {where}.",
    ),
    "F02": (
        "得分与“{where}”高度相关(ρ = {rho})。",
        "Scores depend strongly on “{where}” (ρ = {rho}).",
    ),
    "F03": (
        "评价人 {where} 的平均分与其他评价人相差 {distance} 个标准差。",
        "Rater {where} is {distance} standard deviations away from the other raters.",
    ),
}
