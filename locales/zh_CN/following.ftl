## 谁带哪个团队
superiors-title = 团队负责人
superiors-note = 团队负责人与成员面谈、签改进计划，能看到谁还没有签收成绩单。没有负责人的团队由行长负责。
superiors-nobody = 无（由行长负责）
superiors-do = 保存
superiors-done = 已保存，并已留痕。
errors-superior-team = 没有“{ $team }”这个团队。
errors-superior-unknown = “{ $name }”不是行长或考核委员会成员，或账号已停用，不能担任团队负责人。
