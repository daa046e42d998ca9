### 方案公式：公式有误时句子的组成部分，以及公式如何得出数值。

## What was expected: parts of fault-formula-expected
formula-end = 公式结尾
formula-want-value = 数字、代码、函数或「(」
formula-want-operator = 运算符（如 + − × ÷ 或比较符号）或结尾
formula-want-close = 运算符或「)」
formula-want-sign = 「{ $sign }」
formula-want-equals = 「==」（判断相等要写两个等号）
formula-want-one-comparison = 「and」（比较不能连写，请写成 1 < A and A < 2）
formula-want-condition = 条件（如 A > 0）
formula-want-number-or-condition = 数值或条件，不能是文字
formula-want-text = 文字（如 position() 或 "…"）
formula-want-equality = 「==」或「!=」（文字只能比较是否相同）
formula-want-number = 数字
formula-want-whole = 整数（{ $low } 到 { $high }）
formula-want-rising = 比前一档更高的界限
formula-want-code = 代码
formula-want-more-values = 再加一个数值（{ $name } 至少要 { $count } 个）
formula-want-brackets-of = 「(」（{ $name } 是函数名；若是代码请写成 [{ $name }]）
formula-near = 是否指 { $name }？

## What an expression can read
formula-subject-value = 指标数值
formula-subject-target = 指标目标值
formula-subject-score = 指标得分
formula-subject-section = 考核板块
formula-subject-total = 总分
formula-subject-position = 岗位
formula-subject-month = 月份或季度

## How an expression came to its figure
formula-statement = { $name } = { $formula } = { $value }
formula-plain = { $name } = { $value }
formula-missing = { $name } = { $formula }：缺数，{ $why }
formula-holds = { $formula }：满足
formula-fails = { $formula }：不满足
formula-undecided = { $formula }：无法判断，按不满足处理，{ $why }
formula-no-figure = –
formula-and = { " 且 " }
formula-or = { " 或 " }
formula-not = 非 { $condition }
formula-text = 「{ $text }」
formula-if-holds = { $value }（因 { $condition }）
formula-if-fails = { $value }（因不满足 { $condition }）
formula-if-undecided = –（无法判断 { $condition }）
formula-call = { $name }({ $inside })
formula-call-min = 取小
formula-call-max = 取大
formula-call-abs = 绝对值
formula-call-round = 四舍五入
formula-call-floor = 向下取整
formula-call-ceil = 向上取整
formula-call-brackets = 分档累计
formula-slice = { $part }×{ $rate }%
formula-of = { $value }（{ $what }）
formula-of-previous = { $whole ->
    [1] 上期
   *[other] { $whole } 期前
}
formula-of-year-ago = 上年同期
formula-of-year-start = 上年末
formula-of-year-to-date = 本年累计
formula-of-sum-of-last = 近 { $whole } 期合计
formula-of-mean-of-last = 近 { $whole } 期平均
formula-of-all-sum = 全体合计
formula-of-all-mean = 全体平均
formula-of-all-min = 全体最低
formula-of-all-max = 全体最高
formula-of-all-count = 全体有数人数
formula-of-team-sum = 团队合计
formula-of-team-mean = 团队平均
formula-of-team-min = 团队最低
formula-of-team-max = 团队最高
formula-of-team-count = 团队有数人数

## Why there is nothing
formula-why-no-value = { $code } 没有数值
formula-why-no-past = 首个考核期之前 { $code } 没有数值
formula-why-no-target = { $code } 没有目标值
formula-why-no-score = { $code } 没有得分
formula-why-no-section = 板块 { $code } 没有得分
formula-why-no-total = 没有总分
formula-why-no-position = 岗位不明
formula-why-no-team = 此人不在任何团队
formula-why-nobody = 没有人有 { $of }
formula-why-division = 除数 { $by } 为 0
formula-why-too-large = 数值过大

## An expression in words
formula-named = 「{ $name }」
formula-spelled-target = { $name }的目标
formula-spelled-score = { $name }的得分
formula-spelled-section = { $name }板块的得分
formula-spelled-total = 总分
formula-spelled-position = 岗位
formula-spelled-month = 月份
formula-spelled-quarter = 季度
formula-spelled-if = （{ $condition }时为 { $value }，否则为 { $other }）
formula-spelled-decimals = 保留 { $count } 位小数
formula-spelled-bracket = 超过 { $bound } 的部分乘 { $rate }%
formula-call-coalesce = 依次取有数的
