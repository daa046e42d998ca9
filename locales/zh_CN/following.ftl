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
