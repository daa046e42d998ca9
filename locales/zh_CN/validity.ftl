# 有效性与公平性

validity-title = 有效性与公平性
validity-empty = 还没有数据。请先导入并复核一个期间的业绩。
validity-over = 本页各数以参加排名的 { $people } 人计（应考核 { $due } 人）。
validity-few = 只有 { $people } 人参加排名（应考核 { $due } 人），各数区间很宽，只宜参考。
validity-quiet = 没有发现突出的问题：各项权重、团队、任职时间与稳定性都未超出机会所能解释的范围。
validity-and-more = { $names }等 { $all } 项
validity-finding-heavy = { $names }合计权重 { $nominal }，实际决定了总分差异的 { $effective }。
validity-finding-idle = { $names }合计权重 { $nominal }，只决定了总分差异的 { $effective }，几乎不分高下。
validity-finding-teams = 总分差异的 { $share } 在团队之间，随机分组平均只有 { $chance }（p = { $p }）：团队之间确有差别。
validity-finding-tenure = 总分与任职时间相关（ρ = { $rho }，95% 区间 { $low } 至 { $high }）。
validity-finding-unsteady = 总分不稳定：本期与下一期只相关 { $r }（95% 区间 { $low } 至 { $high }）。
validity-finding-foretold = 第 { $version } 版（{ $first }至{ $last }）的得分说中了“{ $outcome }”：得分高的人后来也好（ρ = { $rho }，95% 区间 { $low } 至 { $high }，{ $people } 人）。
validity-finding-misled = 第 { $version } 版（{ $first }至{ $last }）的得分与“{ $outcome }”方向相反：得分高的人后来反而差（ρ = { $rho }，95% 区间 { $low } 至 { $high }，{ $people } 人）。
validity-finding-untold = 第 { $version } 版（{ $first }至{ $last }）的得分是否说中“{ $outcome }”，证据不足（ρ = { $rho }，95% 区间 { $low } 至 { $high }，{ $people } 人）。
validity-findings = 还发现 { $found } 项
validity-findings-note = 按所涉及的总分差异大小排列；机会即可解释的不算发现
validity-heavy = 权重偏大的指标
validity-heavy-note = 实际权重明显大于方案权重（一倍半以上）
validity-heavy-mark = 实际偏大
validity-idle = 不分高下的指标
validity-idle-note = 实际权重不足一半，或半数以上的人封顶
validity-idle-mark = 不分高下
validity-capped-mark = 多数人封顶
validity-between = 团队之间
validity-by-chance = 随机分组平均也有 { $chance }；p = { $p }
validity-steady = 逐期稳定性
validity-steady-unknown = 同一方案下还没有相邻的两期
validity-interval-note = 95% 区间 { $interval }
validity-told = 说中后来
validity-told-note = 相反 { $wrong } 组，证据不足 { $open } 组
validity-told-nothing = 还没有导入后续结果
validity-indicators = 方案权重与实际权重：指标是否各尽其责
validity-indicators-note = 实际权重：总分差异有多少由该项决定；{ $people } 人，95% 区间由重抽人员得出；为负说明与其余指标相反
validity-nominal = 方案权重 %
validity-effective = 实际权重 %
validity-low = 区间下限
validity-high = 区间上限
validity-verdict = 判断
validity-cap = 封顶人数 %
validity-rest = 与其余总分相关
validity-overlaps = { $pairs ->
    [0] 指标之间：没有两项高度相关（{ $limit } 以上）
   *[other] 指标之间：{ $pairs } 对高度相关（{ $limit } 以上），等于把同一件事算两次
  }
validity-overlaps-note = 指标得分两两相关（r），{ $people } 人；颜色只表示强弱，蓝为同向，橙为反向
validity-own = 与自身不比；或有一项不分高下，算不出相关
validity-pair = { $first } 与 { $second }：r = { $r }
validity-teams = 团队
validity-teams-none = 还没有两个以上的团队可比
validity-teams-more = 团队之间占总分差异的 { $share }，超出机会（随机分组平均 { $chance }）
validity-teams-chance = 团队之间占总分差异的 { $share }，机会也能造成（随机分组平均 { $chance }，二十次里有一次超过 { $most }）
validity-teams-note = { $people } 人、{ $teams } 个团队；置换检验 p = { $p }；扣除机会后为 { $icc }（95% 区间 { $low } 至 { $high }）
validity-mean = 平均得分
validity-spread = 组内标准差
validity-alone = 只有一人，没有区间
validity-tenure = 得分与任职时间相关：ρ = { $rho }（95% 区间 { $interval }，{ $people } 人）。
validity-tenure-none = 得分与任职时间：**证据不足**，ρ = { $rho }（95% 区间 { $interval }，{ $people } 人）。
validity-steady-is = 逐期稳定性：本期总分与下一期相关 { $r }（95% 区间 { $interval }）
validity-steady-note = { $first }至{ $last }共 { $periods } 期，相邻两期都参加排名的人；换方案前后分开计算；区间由重抽人员（连同其各期）得出
validity-steady-indicators = 各指标的逐期稳定性
validity-version = 方案
validity-range = { $low } 至 { $high }
validity-numbered = 第 { $version } 版
validity-within = 第 { $version } 版之内
validity-across = 由第 { $before } 版换为第 { $after } 版
validity-pairs = 相邻期数
validity-of-ranks = 名次相关
validity-of-totals = 总分相关
validity-of-scores = 得分相关
validity-interval = 95% 区间
validity-fresh = 重新计量的相邻期数
validity-repeated = 沿用旧值的相邻期数
validity-not-measured-anew = 现行方案下没有重新计量过
validity-reviews = 评价类指标每半年评一次，其间沿用旧值，只有两轮之间才算得出稳定性。系统只存合成后的评价结果，不存每位评价人的打分，因此评价人之间是否一致，这里算不出来。
validity-outcomes = 成绩是否说中了后来？
validity-outcomes-are = 成绩是否说中了后来？{ $outcomes } 组中，说中 { $right } 组，相反 { $wrong } 组
validity-outcomes-note = 考核之后才观察到的结果，从不参与计分；不同方案分开计算；每期内按名次求相关，再按人数平均；ρ 为正表示得分高的人后来也好
validity-outcomes-none = 还没有后续结果。例如：当期发放的贷款一年后转为不良的比例、半年后仍在的存款。由数据员在数据台导入“后续结果”，观察日期须晚于考核期末。
validity-outcome = 后续结果
validity-good = 方向
validity-appraised = 考核期间
validity-seen = 观察年月
validity-decided = 总分 ρ
validity-in-force = 现行方案 ρ
validity-under = 对照版本 ρ
validity-gain = 相差
validity-beside = 同样的人、同样的期间、同样的数据，分别按 **{ $version }** 与现行的 **{ $other }** 重新计分，谁更能说中后来？
validity-gain-none = 差别证据不足
validity-gain-better = 更能说中
validity-gain-worse = 更不能说中
validity-verdict-right = 说中
validity-verdict-wrong = 相反
validity-verdict-none = 证据不足
validity-parts = 各类别、各指标是否说中
validity-part = 类别或指标
validity-part-kind = 层级
validity-class = 类别
validity-not-measured = 没有数据，或不分高下
validity-against = 对照版本（后续结果、回测）
validity-backtest = 回测：如果当时就用这个版本
validity-backtest-note = 近 { $periods } 期，与各期实际采用的方案比较；两边都用各期的数据；系数合计只是成本，多少无所谓好坏
validity-tau = 次序一致 τ
validity-moved = 名次变动人数
validity-mean-move = 平均升降
validity-regraded = 等级变动人数
validity-pool = 绩效成本变动 %
validity-terms = 术语
term-effective = 实际权重
term-effective-is = ：总分差异中由该项带来的份额，各项合计 100%。人人得分相近的指标，权重再大也分不出高下。
term-covariance = 协方差
term-covariance-is = ：两个数是否同高同低。实际权重 = 该项得分贡献与总分的协方差 ÷ 总分的方差。
term-cap = 封顶人数
term-cap-is = ：得到该项最高分的人所占比例。多数人封顶，说明目标过松。
term-r = 相关系数 r
term-r-is = ：两项是否同高同低，1 为完全同向，0 为无关，−1 为完全相反。
term-eta = η²
term-eta-is = ：总分差异中落在团队平均分之间的份额。团队越小，机会造成的份额越大，所以要与随机分组比较。
term-icc = ICC(1)
term-icc-is = ：扣除机会以后，团队之间还剩多少份额；可以为负，即比随机分组还少。
term-p = p
term-p-is = ：把人随机分到各团队，团队之间的份额也有这么大的机会。小于 0.05 才算超出机会。
term-interval = 95% 区间
term-interval-is = ：只凭这些人所能说的范围；区间含 0（相关）时，就是证据不足。
term-rho = 斯皮尔曼 ρ
term-rho-is = ：两种排名有多一致，1 为完全一致，0 为无关，−1 为完全相反。
term-retest = 逐期稳定性
term-retest-is = ：同一批人本期与下一期的相关。接近 1，成绩反映的是人；接近 0，反映的多是当期的运气。
term-tau = 肯德尔 τ
term-tau-is = ：任取两个人，两种方案排出同样先后的机会减去相反的机会；1 为次序不变。
term-pool = 绩效成本
term-pool-is = ：按薪酬条款应付的绩效薪酬；有一方没有薪酬条款的，为所有人绩效系数之和。
errors-validity-usage = 期间请只给一次：写在命令之后，或用 --to。
errors-validity-empty = 还没有可以计分的期间。请先导入并复核一个期间的业绩，并采用方案。
