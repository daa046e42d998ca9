### 方案写成条款：章、条，以及各条的句子。

regulation-chapter = 第{ $number }章　{ $title }
regulation-article = 第{ $number }条　{ $text }
regulation-see = （见第{ $number }条）
regulation-chapter-general = 总则
regulation-chapter-indicators = 指标与计分
regulation-chapter-lists = 板块与岗位
regulation-chapter-total = 总分与等级
regulation-chapter-people = 人员变动与保护

## General
regulation-purpose = 本方案规定客户经理绩效考核的指标、权重、计分办法和等级，考核周期为{ $cycle }。
regulation-authorised = 依据总行授权（{ $reference }，{ $day }）制定，适用范围：{ $scope }。
regulation-sum-sum-arithmetic = 满分 { $points } 分；每项指标得分满分时为 100，乘以权重再除以 100 计入总分，各项相加为总分。
regulation-sum-sum-geometric = 满分 { $points } 分；总分为各项指标得分（低于 1 分的按 1 分计）按权重的几何平均数。
regulation-sum-product-arithmetic = 满分 { $points } 分；总分为 100 乘以各板块得分占其满分的比例之积。
regulation-classes = 权重合计 { $points } 分：{ $parts }。
regulation-judged = 其中定性指标 { $weight } 分。
regulation-part = { $name } { $weight }

## One indicator
regulation-indicator = { $name }（{ $code }）：{ $class }类{ $kind }指标，口径为{ $measure }。
regulation-unit = 单位：{ $unit }。
regulation-direction-higher = 数值越高越好。
regulation-direction-lower = 数值越低越好。
regulation-weight = 权重 { $weight } 分。
regulation-in-section = 计入“{ $name }”板块。
regulation-frequency = 考核频度为{ $cycle }，其间{ $between }。
regulation-target-person = 目标 { $target }；下达了个人目标的，以个人目标为准。
regulation-target-scheme = 目标一律为 { $target }，不用个人目标。
regulation-target-personal = 目标按人下达。
regulation-without-target-standard = 没有目标的，得 { $score } 分。
regulation-without-target-highest = 没有目标的，得最高分 { $score } 分。
regulation-without-target-not-due = 没有目标的，不考核此项。
regulation-on-completion = 按完成率（实际数占目标的百分比）计分。
regulation-on-excess = 按实际数减去目标的差额计分。
regulation-steps-completion = 完成率自 100 起每满 { $steps } 算一步，不满一步的不计。
regulation-steps-excess = 差额自 0 起每满 { $steps } 算一步，不满一步的不计。
regulation-steps-value = 数值自 0 起每满 { $steps } 算一步，不满一步的不计。
regulation-rule = 计分办法：{ $rule }。
regulation-lowest = 得分最低 { $score } 分。
regulation-highest = 得分最高 { $score } 分。
regulation-compares = 得分随同组其他人的数值变化。
regulation-source = 数据来源：{ $told }。
regulation-owner = 责任部门：{ $told }。
regulation-cut-off = 截止时点：{ $told }。
regulation-anchors = 评分标准：{ $anchors }。

## Sections and lists for positions
regulation-section = “{ $name }”板块：{ $indicators }，满分 { $points } 分。
regulation-section-cap = 合计最高计 { $points } 分。
regulation-scorer = 由{ $scorer }评分。
regulation-profile = { $name }（{ $positions }）的权重：{ $parts }；未列出的指标不考核。
regulation-profile-targets = 目标：{ $parts }。
regulation-ranking-own = 单独排名。
regulation-ranking-common = 与其他人员统一排名。
regulation-others = 其他岗位的人员适用各项指标所列的权重。
regulation-no-others = 其他岗位的人员不适用本方案。

## The total
regulation-missing = 缺少数据的指标，{ $how }；有数据的权重不到应考核权重 { $share } 的，不计总分、不排名。
regulation-limits = 经批准的加分最多 { $additions } 分，扣分最多 { $deductions } 分；总分最高 { $cap } 分，最低 0 分。
regulation-rounding = 计算过程不取整，总分四舍五入，保留 { $decimals } 位小数。
regulation-veto = 一票否决的，总分最高 { $ceiling } 分。
regulation-veto-grade = 一票否决的，总分最高 { $ceiling } 分，等级最高为 { $grade }。
regulation-ranks = 按总分排名，同分同名次。
regulation-ranks-ties = 按总分排名；同分的依次比较{ $names }的得分，仍相同的同名次。
regulation-grades = 等级：{ $grades }。
regulation-quota = 某一等级超过比例的，按名次靠后的归入下一等级；人数不足 10 人的，只有最高等级限制比例。

## People who come, are away, take over
regulation-joining = 入职后前 { $months } 个月只显示得分，不排名。
regulation-joining-targets = 其后 { $months } 个月目标依次按 { $factors } 折算。
regulation-leave = 请假的，按在岗天数折算累加类指标的目标；产假、工伤假、年休假不减分。
regulation-handover = 接收他人管户后 { $months } 个月内，能区分的移交前不良不计入风险指标。

## What is worked out, and what depends on conditions
regulation-chapter-measures = 计算指标
regulation-chapter-conditions = 特别规定
regulation-measure = { $name }（{ $code }）= { $formula }。
regulation-start = 首个考核期之前按 { $start } 计。
regulation-quantity = 计分数值 = { $formula }。
regulation-factor = 得分再乘以 { $formula }。
regulation-condition = { $subject }：{ $when } 的，{ $done }。
regulation-reason = 理由：{ $reason }。
regulation-entry = 参加考评
regulation-grade = { $grade }。
regulation-grade-when = 评为 { $grade } 的，还须{ $when }。

## 结果运用
regulation-chapter-use = 结果运用
regulation-appeal = 对结果有异议的，可在结果公布之日起 { $days } 个工作日内提出申诉，写明所指的数据、评价或程序，并可附证明材料。
regulation-appeal-review = 申诉由与所涉数据无关的人复核，自提出之日起 { $days } 个工作日内书面答复；无论结论如何，都不会使申诉人的结果变差。
regulation-others-no-worse = 申诉成立使他人名次、得分随之变动的，只调高，不调低。
regulation-others-posted = 申诉成立使他人名次、得分随之变动的，按重新计算的结果公布。
regulation-others-unchanged = 申诉成立的，只调整申诉人的结果，他人的结果不变。
regulation-talk-grades = 等级为 { $grades } 的，结果公布后 { $days } 个工作日内由直接上级与本人面谈。
regulation-talk-falling = 总分连续 { $count } 期下降的，结果公布后 { $days } 个工作日内由直接上级与本人面谈。
regulation-talk-record = 面谈记录由本人确认，也可以写明不同意见。
regulation-recognition = 随结果一并表扬：{ $told }；不公布末位名单。
regulation-recognition-none = 不作名次以外的表扬，不公布末位名单。
recognition-most-improved = 进步最大
recognition-personal-best = 个人最好成绩
recognition-help-given = 帮助同事
