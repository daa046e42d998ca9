# 我的评价：请我评价谁、表单、交卷
nav-reviews-to-give = 我的评价
giving-title = 我的评价
giving-none = 目前没有请您做的评价。评价开始后，名单会出现在这里。
giving-all-done = 请您做的 { $count } 份评价已全部交齐，谢谢。
giving-over = 现在没有要交的评价。已交 { $count } 份，另有 { $missed } 份到截止时没有交。
giving-left = 还有 { $count } 份评价未交，最近一份截止 { $due }（{ $days ->
    [0] 今天
   *[other] 还有 { $days } 天
}）。
giving-tasks = 已交 { $done } 份，共 { $all } 份
giving-tasks-note = 点一行打开评价表。
giving-whom = 被评价人
giving-as = 评价身份
giving-due = 截止日
giving-state = 进度
giving-myself = 本人自评
giving-as-superior = 上级
giving-as-peers = 同事
giving-as-self = 自评
giving-state-done = 已交
giving-state-saved = 已保存，未交
giving-state-open = 未填
giving-state-reminded = 未填，已提醒
giving-state-missed = 已截止，未交
giving-form = 评价{ $name }
giving-form-note = { $campaign }。每项选一条最接近您亲眼所见的行为；没有见过的，选“没有接触，不便评价”。
giving-closed-done = 这份评价已经交出，不能再看，也不能修改。
giving-closed-missed = 评价时间已过，这份没有交。
giving-confidential = **保密，但不是匿名。**请来评价的同事不足八人：结果只按组、取半分一档公布，不显示谁打了几分，但范围小，被评价人可能猜到是哪几位。数据员看得到您交没交，看不到您选了什么。
giving-promise-peers = 您的选择加密存放，与您的姓名分开。结果只按组公布；人数不足时不公布。数据员看得到您交没交，看不到您选了什么。
giving-promise-superior = 上级评价不保密：您的平均分会作为上级评分，以您的名义给被评价人看。
giving-promise-self = 自评只给您本人和上级看，用来和别人的评价对照，不计入得分。
giving-comments = 您写的补充说明会不署名、原样给被评价人看。请写事实，不要写能认出您的内容。
giving-cannot = 没有接触，不便评价
giving-comment = 补充说明（可不填）
giving-missing = { $count ->
    [0] 各项都已选好。
   *[other] 还有 { $count } 项未选：{ $names }。
}
giving-save = 保存，以后再交
giving-saved = 已保存。交出之前，只有您自己看得到。
giving-hand-in = 交出评价
giving-hand-in-ask = 交出对{ $name }的评价？**交出后不能修改，您自己也看不到了。**
giving-hand-in-do = 确认交出
giving-handed-in = 评价已交出。
