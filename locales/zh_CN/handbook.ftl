# 考核手册：现行方案逐条说明，每项指标以本人的数据为例
nav-handbook = 考核手册
handbook-title = 考核手册
handbook-empty = 还没有数据。数据导入并有方案实施以后，这里逐条说明怎样考核。
handbook-sentence = **{ $scheme }**。{ $holds }
handbook-holds = 自{ $since }起实施，按{ $cycle }考核。
handbook-holds-draft = 按{ $cycle }考核。
handbook-example = 以{ $name } { $period }为例
handbook-how = 怎么算
handbook-out = 结果
handbook-changes = 与上一版（{ $before }）相比改了什么
