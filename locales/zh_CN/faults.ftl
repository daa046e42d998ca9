### What is wrong with a scheme, a value or a judgement: fault-KEY, as `scoring.errors.Fault` names it.

## A scheme file
fault-toml = 方案文件不是有效的 TOML：{ $detail }。
fault-unknown-key = 「{ $where }」里有不认识的键「{ $name }」。
fault-missing-key = 「{ $where }」缺少「{ $name }」。
fault-wrong-type = 「{ $where }」的「{ $name }」应为{ $expected }，现为 { $value }。
fault-not-one-of = 「{ $where }」的「{ $name }」不能是 { $value }；可选：{ $choices }。
fault-out-of-range = 「{ $where }」的「{ $name }」为 { $value }，应在 { $low } 到 { $high } 之间。
fault-weight-missing = 指标 { $where } 没有权重。
fault-weight-negative = 指标 { $where } 的权重 { $value } 为负数。
fault-weight-sum = 各指标权重合计为 { $total }，应为 { $points }。
fault-weight-sum-of = 岗位权重表「{ $where }」的权重合计为 { $total }，应为 { $points }。
fault-duplicate-entry = 「{ $name }」里的代码 { $where } 出现了两次。
fault-unknown-section = 指标 { $where } 所属的板块「{ $value }」方案里没有；现有：{ $choices }。
fault-product-section = 各板块相乘（combine = "product"）时，每项指标都须归入一个板块，指标 { $where } 没有 section。
fault-product-points = 「{ $where }」各板块相乘时 points 须为 100，现为 { $value }。
fault-product-geometric = 「{ $where }」各板块相乘时 aggregation 只能是 arithmetic。
fault-position-twice = 岗位「{ $where }」出现在两张权重表里，只能归入一张。
fault-unknown-indicator-in = 「{ $where }」里的指标 { $value } 方案里没有。
fault-effect-one = 「{ $where }」的 then 须写且只写一种做法：{ $choices }。
fault-exclude-true = 「{ $where }」的 exclude 只能写 true。
fault-condition-on = 条件作用的对象「{ $where }」方案里没有；可选：{ $choices }。
fault-condition-exclude = 「{ $where }」：exclude 只用于 entry，entry 也只能用 exclude。
fault-condition-per = 「{ $where }」：per 只与 add 一起使用。
fault-target-circle = 计算出来的目标互相引用，无法计算：{ $circle }。
fault-derived-indicator = { $where } 已是指标的代码；计算指标须另取代码，由指标用 quantity = "代码" 引用。
fault-condition-circle = 条件互相引用，无法计算：{ $circle }。
fault-grade-when-last = 最低等级 { $where } 不能再设条件（when），否则有人没有等级。
fault-formula-number-wanted = 「{ $where }」应是算出数值的公式，现在是一个条件。
fault-formula-condition-wanted = 「{ $where }」应是一个条件（如 A >= 10），现在算出的是数值。
fault-formula-no-period = 「{ $where }」用到月份或以前的考核期，但没有说明考核的是哪一期。
fault-steps-positive = 指标 { $where } 的整步 steps 须大于 0，现为 { $value }。
fault-bounds-order = 指标 { $where } 的最低分 lowest 须小于最高分 highest。
fault-on-excess = 指标 { $where } 的规则要除以目标值，不能按超额（on = "excess"）计分；请改用 on = "completion"，或换用围绕基准、分段等规则。
fault-highest-none = 指标 { $where } 无目标时给最高分（without_target = "highest"），但规则没有最高分；请设 highest 或规则的封顶。
fault-no-indicators = 方案里没有指标。
fault-duplicate-indicator = 指标 { $where } 出现了两次。
fault-duplicate-grade = 等级 { $where } 出现了两次。
fault-grade-order = 等级应从高到低排列：{ $where } 的起点 { $value } 不低于前一等级。
fault-unknown-class = 指标 { $where } 的类别「{ $value }」不在方案的类别中：{ $choices }。
fault-unknown-indicator = 方案里没有指标 { $where }。
fault-talk-grade = 须面谈的等级「{ $value }」不在等级表中；可选：{ $choices }。
fault-veto-grade = 否决后的最高等级「{ $value }」不在等级表中。
fault-target-positive = 指标 { $where } 的计分要除以目标，目标值必须大于 0，现为 { $value }；目标为零或为负时，请改用分段规则（piecewise）直接按数值计分，或换一个大于 0 的基数。
fault-not-finite = 「{ $where }」的「{ $name }」不是数，或大得不可能是真实数值。
fault-rule-direction = 指标 { $where } 的计分规则与方向不符：{ $detail }。
fault-rule-parameters = 指标 { $where } 的计分规则不成立：{ $detail }。

## 公式
fault-formula-expected = 「{ $where }」的公式第 { $at } 个字符处是 { $found }，此处应为{ $expected }。
fault-formula-function = 「{ $where }」的公式第 { $at } 个字符处：没有函数「{ $name }」。{ $near }
fault-formula-name = 「{ $where }」的公式第 { $at } 个字符处：没有{ $what }「{ $name }」。{ $near }
fault-formula-not-here = 「{ $where }」的公式第 { $at } 个字符处：这里不能引用{ $what }。
fault-formula-past-result = 「{ $where }」的公式第 { $at } 个字符处：跨期函数里不能用 { $name }(…)；往期只能取指标数值和目标值，不能取得分结果。
fault-formula-large = 「{ $where }」的公式第 { $at } 个字符处：{ $found } 这样大的数不可能是真实数值。
fault-formula-long = 「{ $where }」的公式有 { $length } 个字符，最多 { $limit } 个；请把其中一部分另设为计算指标。
fault-formula-deep = 「{ $where }」的公式第 { $at } 个字符处：运算嵌套超过 { $limit } 层；请把其中一部分另设为计算指标。
fault-formula-circle = 计算指标循环引用：{ $circle }。计算指标只能引用自己往期的数值，写作 previous({ $where })。
fault-formula-size = 方案的公式全部展开后有 { $nodes } 项，最多 { $limit } 项。

## Targets and measured values
fault-target-none = 指标 { $where } 要对照目标计分，方案没有给出目标值，也没有人有可用的个人目标；请导入个人目标，或在方案中给出目标。计划为零或为负时，请改用分段规则（piecewise）直接按数值计分，或换一个大于 0 的基数。
fault-no-position = { $where } 的岗位不明，方案又没有通用权重，无法计分；请在人员名单里补录岗位。
fault-no-profile = { $where } 的岗位「{ $position }」不在任何一张权重表里，方案也没有通用权重，无法计分；请补录岗位，或在方案中为该岗位设权重表。
fault-measurement-undefined = { $person } 的指标 { $where } 没有可比的基数（本期全体的基准数为 0），无法计分，按缺数据处理。
fault-target-needed = { $person } 的指标 { $where } 没有目标值，无法按目标计分，按缺数据处理；请导入个人目标，或在方案中给出目标。
fault-measurement-target = { $person } 的指标 { $where } 目标值为 { $value }，按完成率计分须大于 0，本项按缺数据处理；计划为零或为负时，请改用分段规则（piecewise）直接按数值计分，或换一个大于 0 的基数。
fault-measurement-scale = { $person } 的指标 { $where } 数值 { $value } 超出 { $low }–{ $high } 的范围，未计入，按缺数据处理。
fault-measurement-large = { $person } 的指标 { $where } 出现 { $value } 这样大的数，不可能是真实数值，未计入，按缺数据处理。
fault-measurement-infinite = { $person } 的指标 { $where } 不是有限的数。
fault-measurement-shape = { $where } 的形状是 { $value }，应为 { $expected }。
fault-measurement-duplicate = { $where } 出现了两次。

## Weights, bounds and judgements
fault-locked-too-high = 锁定和指定的权重合计 { $total }，已超过 100。
fault-nothing-to-move = 其余权重都已锁定，无法把合计保持在 100（现为 { $total }）。
fault-weight-bounds = 指标 { $where } 的权重 { $value } 超出 { $low }–{ $high } 的范围。
fault-bounds-no-room = 在各自的上下限内，其余权重合计只能在 { $low } 到 { $high } 之间，凑不出 { $left }。
fault-criteria-names = 名称有 { $given } 个，应为 { $count } 个且互不相同。
fault-matrix-shape = 表格的形状是 { $shape }，至少要有两行两列数字。
fault-figure-large = { $value } 这样大的数不可能是真实数值，无法分析。
fault-matrix-gap = 第 { $row } 行「{ $where }」没有数字。
fault-judgements-shape = 判断矩阵须为方阵，现为 { $shape }。
fault-judgement-positive = 判断「{ $where }」为 { $value }，必须大于 0。
fault-judgement-reciprocal = 判断「{ $where }」为 { $value }，反过来却是 { $other }，二者应互为倒数。
fault-judgements-unlinked = 判断太少：有的指标没有和其他指标比较过，无法得出权重。
fault-best-worst-shape = 最优比较有 { $best } 项，最劣比较有 { $worst } 项，应一样多且不少于两项。
fault-best-worst-below-one = 「{ $where }」的比较小于 1：最优不会不如其他，其他也不会不如最劣。
fault-best-worst-no-one = 最优与自身、最劣与自身的比较应为 1，现在没有。
fault-entropy-negative = 第 { $row } 行「{ $where }」为 { $value }；熵权法不能用负数。
fault-no-variation = 所有指标上大家都一样，数据不能说明权重。
fault-no-conflict = 各指标的排序完全一致，没有冲突可供赋权。
fault-points-negative = 分数不能为负、不能缺，且不能全为 0。

## Analyses
fault-scores-incomplete = 有缺失的得分，无法分析；请先剔除或补齐。
fault-no-straight-lines = 这份方案的总分不随权重直线变化（几何加权、板块封顶或相乘、按岗位分表等），不能作此分析；请看抽样结果。
fault-too-few-ranked = 只有 { $count } 人参加排名，至少要两人。
fault-top-range = 前 { $value } 名：应在 1 到 { $count } 之间（不含 { $count }）。
fault-flip-not-ahead = 排在前面的人并没有领先。

## Ratings
fault-ratings-none = 没有评分。
fault-ratings-unconnected = 评价人与被评价人分成互不相连的几组，宽严无法比较。
fault-ratings-too-few = 只有 { $ratees } 人、{ $raters } 位评价人的评分完整，各至少要两个。

## Backtests
fault-look-ahead = 「{ $where }」{ $known } 才知道，不能用于 { $decided } 的考核：后来的结果只能用来检验，不能当作输入。
fault-outcome-too-early = 结果的日期 { $outcome } 不晚于考核日 { $decided }，不能用来检验。

## What is wrong with a rule: parts of a sentence
rule-fault-floor-cap = 保底须低于封顶
rule-fault-zero-below-negative = zero_below 不能为负
rule-fault-points-few = 分段规则至少要两个点
rule-fault-points-order = 各点的 x 须从小到大
rule-fault-points-thrice = 同一 x 最多出现两次
rule-fault-bands-scores = 分档的得分应比界限多一个
rule-fault-bands-order = 分档界限须从小到大
rule-fault-per-unit = per_unit 须大于 0
rule-fault-floor-start = 保底须低于起始分
rule-fault-floor-score = 保底须低于区间内得分
rule-fault-corridor-order = 区间下限不能高于上限
rule-fault-corridor-per-unit = 每单位扣分不能为负
rule-fault-table-empty = 名次得分表至少要有一项
rule-fault-table-rises = 名次越靠后，得分不能越高
rule-fault-scale-order = scale 须从小到大
rule-fault-range-order = range 须从小到大
rule-fault-sd = sd 须大于 0
rule-fault-ddof = ddof 只能是 0 或 1
rule-fault-rater-weights = 评价人组权重须为正
rule-fault-trim = trim 只能是 0 或 1
rule-fault-scores-fall = 越高越好，得分却下降
rule-fault-scores-rise = 越低越好，得分却上升
rule-fault-zero-below-lower = zero_below（完成率低于此数只记保底分）只用于越高越好的指标；越低越好的指标请改用分段规则（piecewise），写明从哪个数值起记零分
rule-fault-deduction-higher = 扣分规则只用于越低越好的指标
rule-fault-rated-lower = 直接计分只用于越高越好的指标

## What a key of a scheme file should hold: parts of a sentence
expected-number = 数字
expected-integer = 整数
expected-text = 文字
expected-table = 表
expected-list = 列表
expected-date = 日期
