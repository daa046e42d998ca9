## 谁带哪个团队
superiors-title = 团队负责人
superiors-note = 团队负责人与成员面谈、签改进计划，能看到谁还没有签收成绩单。没有负责人的团队由行长负责。
superiors-nobody = 无（由行长负责）
superiors-do = 保存
superiors-done = 已保存，并已留痕。
errors-superior-team = 没有“{ $team }”这个团队。
errors-superior-unknown = “{ $name }”不是行长或考核委员会成员，或账号已停用，不能担任团队负责人。

## 签收
receipt-asked = 本期成绩已公布，请核对后签收。
receipt-again = 签收之后本期结果有更正，请核对后重新签收。
receipt-sign = 签收成绩单
receipt-what = 签收的是结果编号 **{ $sha256 }** 的成绩单，表示本人已收到并看过；签收不等于放弃申诉。
receipt-remark = 备注（可不填，仅本人、团队负责人和行长可见）
receipt-do = 确认签收
receipt-done = 已签收，并已留痕。
receipt-signed = 已于 { $at } 签收（结果编号 { $sha256 }）。
receipt-remarked = 备注：{ $remark }
receipt-missing = 本人尚未签收。
receipt-missing-again = 本人签收之后结果有更正，尚未重新签收。
errors-receipt-remark = 备注最多 { $most } 个字。
errors-receipt-not-posted = { $period } 的结果尚未公布，不能签收。
errors-receipt-other-sheet = { $period } 的结果刚刚更新，请重新看过再签收。
errors-receipt-signed = { $period } 的成绩单已经签收。

## 需要关注
nav-attention = 需要关注
attention-title = 需要关注
attention-sentence = { $asks ->
    [0] 没有等您处理的事项
   *[other] **{ $asks } 件**等您处理
}，另有 { $more } 项值得关注。
attention-own = 以下为您所带团队的 { $count } 人。
attention-heads-nobody = 您目前没有带团队，这里只列出等您决定的事项。
attention-none = 您的人员目前没有需要关注的事项。新一期结果公布后，面谈、签收、风险变化等会列在这里。
attention-none-of-nobody = 团队负责人由行长或管理员在“考核周期”页指定；指定后，所带人员的事项会列在这里。
attention-decisions = 待决定与须知（{ $count } 项）
attention-decisions-note = 申诉、表决、赋权、公布与公示、评价、提问与意见；点一行去处理
attention-says = 情况
attention-do = 处理
attention-talks-overdue = 面谈逾期：{ $count } 人
attention-talks-overdue-note = 按方案规则应当面谈、期限已过还没有谈的人；点一行去登记面谈
attention-talks-overdue-do = 去面谈 ›
attention-talks-open = 待面谈：{ $count } 人
attention-talks-open-note = 按方案规则应当面谈、还在期限内的人；点一行去登记面谈
attention-talks-open-do = 去面谈 ›
attention-talk-grade = { $grade } 级
attention-talk-falls = 连降 { $count } 期
attention-talk-late = 应于 { $until } 前面谈，已逾期 { $days } 个工作日
attention-talk-until = { $until } 前面谈
attention-plans-ended = 改进计划到期待结：{ $count } 人
attention-plans-ended-note = 计划期已满，等您写明结果和理由；点一行去处理
attention-plans-ended-do = 去评定 ›
attention-plan-ended = 第 { $number } 号计划已于 { $day } 到期
attention-plans-to-sign = 改进计划待您签字：{ $count } 人
attention-plans-to-sign-note = 双方签字后计划才开始执行；点一行去签字
attention-plans-to-sign-do = 去签字 ›
attention-plan-to-sign = 第 { $number } 号计划等您签字
attention-plans-behind = 改进计划落后：{ $count } 人
attention-plans-behind-note = 按数据计算，实际进展落后于时间进度的目标；点一行看计划
attention-plans-behind-do = 看计划 ›
attention-plan-behind = { $indicator }完成 { $done }，按时间应到 { $wanted }
attention-turning = { $period }风险指标转差：{ $count } 人
attention-turning-note = 风险类指标比上期变差，且变差的幅度超过本人平常变动（此前各期变动的中位数）的 3 倍；此前变动不足 4 次的不判断
attention-turning-do = 看趋势 ›
attention-turned = { $indicator } { $before } → { $now }
attention-falling = 总分连续下降、没有待面谈的：{ $count } 人
attention-falling-note = 连降 { $fewest } 期及以上（同一方案下）；点一行看反馈与成长
attention-falling-do = 看此人 ›
attention-falls = 连降 { $count } 期
attention-unread = { $period }成绩单未签收：{ $count } 人
attention-unread-note = 已签收 { $signed } / { $due } 人，从公布到签收的中位数为 { $median } 个工作日；点一行看成绩单
attention-unread-do = 看成绩单 ›
attention-unread-since = { $days ->
    [0] 公布不满 1 个工作日
   *[other] 公布已 { $days } 个工作日
}
attention-unread-again = 更正后需重新签收，已 { $days } 个工作日
attention-without = { $period }尚无数据：{ $count } 人
attention-without-note = 本期应考核而一项数据都没有的人；点一行看缺哪些数据
attention-without-do = 看缺项 ›
attention-without-says = 尚无数据
attention-lacking = { $period }数据不足：{ $count } 人
attention-lacking-note = 有数据但不够计总分的人；点一行看缺哪些数据
attention-lacking-do = 看缺项 ›
attention-lacking-says = 数据覆盖 { $share }
attention-pace = { $period }进度落后：{ $count } 人
attention-pace-note = 时间进度 { $gone }，目标完成 { $met }；最慢的指标完成 { $least }。列出完成比时间进度少 5 个百分点以上的人
attention-pace-do = 看成绩单 ›
attention-met = 完成 { $share }
waiting-own-talk = { $day } 的面谈记录等您确认，或补充不同看法
waiting-own-plan = 第 { $number } 号改进计划等您签字
calendar-caveat = 其中 { $years } 年的放假安排尚未公布，先按周一至周五计算，期限可能变动。
own-waiting = 等我处理
waiting-appeal-take = { $who }对{ $period }结果的申诉等您受理，{ $until } 前裁定
waiting-appeal-decide = { $who }对{ $period }结果的申诉等您裁定，限 { $until } 前
waiting-appeal-confirm = { $who }对{ $period }结果的申诉等您复核同意，限 { $until } 前
waiting-appeal-late = { $who }对{ $period }结果的申诉已超过期限（{ $until }），等您处理
waiting-own-appeal = 对{ $period }结果有异议，可在 { $until } 前申诉（{ $days ->
    [0] 今天是最后一天
   *[other] 还剩 { $days } 个工作日
}）
