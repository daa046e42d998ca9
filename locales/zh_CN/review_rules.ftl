# 360度评价：办不了时怎么说（页面上的词在另外的文件里）

errors-vault-key-missing = 找不到评价密钥 { $path }。没有它就打不开已交的评价；请把密钥文件放回数据库旁边。
errors-vault-key-wrong = 密钥 { $path } 与这个数据库不符，打不开已交的评价；请放回原来的密钥文件。
errors-review-unknown = 没有第 { $campaign } 号评价活动。
errors-review-name = 请写明评价活动的名称。
errors-review-window = 截止日期早于开始日期，请重选。
errors-review-items = 请设 1 至 { $most } 个评价项目。
errors-review-item-code = 评价项目代码“{ $item }”不能用：只用字母、数字、横线，且不得重复。
errors-review-item-groups = 评价项目“{ $item }”没有写明由哪些人来评。
errors-review-item-words = 评价项目“{ $item }”的名称、问题和 1 至 { $levels } 级的行为描述须中英文齐全。
errors-review-item-unknown = 这张评价表里没有“{ $item }”。
errors-review-minimum = { $group }的最少人数不能低于 { $fewest } 人，否则保护不了评价人。
errors-review-state = { $state ->
    [draft] 评价活动还没有开始，现在不能这样做。
    [open] 评价活动正在进行，现在不能这样做。
    [closed] 评价活动已经截止，现在不能这样做。
    [drawn] 评价结果已经产生，现在不能这样做。
    [released] 评价结果已经发布，现在不能这样做。
   *[other] 评价活动已经取消，现在不能这样做。
}
errors-review-over = 截止日期 { $day } 已过，请另建一次评价活动。
errors-review-not-yet = 评价从 { $day } 开始，请到时再来。
errors-review-nobody = 还没有安排评价人，请先分配再开始。
errors-review-extend = 新的截止日期须晚于 { $day }。
errors-review-numbers = 同事人数须小于有账号的客户经理人数（{ $people } 人），客户人数须在 0 至 { $most } 之间。
errors-review-twice = { $rater } 已经在评 { $manager }，不要重复安排。
errors-review-assignment-unknown = 没有这项评价任务（{ $number }），可能已经改由他人评价。
errors-review-done = 这份评价已经交了，交后不能再看、再改。
errors-review-withdrawn = 这项评价任务已经撤销。
errors-review-ratee = { $manager } 不在岗，不能安排评价。
errors-review-group = 这次活动没有要{ $group }回答的项目。
errors-review-customers = 每位客户经理可邀请 1 至 { $most } 位客户。
errors-review-rater = { $rater } 不能作为{ $group }评价 { $manager }：上级须是支行行长或考核委员会成员，同事须是其他客户经理，自评须是本人。
errors-review-level = 评价项目“{ $item }”的评分须是 1 至 { $levels } 的整数。
errors-review-comment-long = 评价项目“{ $item }”的意见过长，请写在 { $most } 字以内。
errors-review-unanswered = 还有 { $count } 项没有评，请选择一级，或选“不了解，无法评价”。
errors-link-unknown = 这个链接无效，请核对，或请客户经理所在支行另发。
errors-link-used = 这个链接已经用过，评价已收到，谢谢您。
errors-link-expired = 评价已经截止，谢谢您的关心。
errors-link-closed = 评价现在没有开放，谢谢您的关心。
errors-review-empty = 没有人交评价，没有结果可算；可以取消这次评价活动。
errors-review-ballots = 已交 { $count } 份，密封的评价只有 { $found } 份，对不上，不能产生结果；请恢复完整的数据库。

reviews-source = 360度评价
