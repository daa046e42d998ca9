### 方案的薪酬项目：条款、计算过程、公式词汇、可能的错误。

diff-field-pay = 薪酬项目
diff-field-payment = 薪酬发放

## What lines of pay know
formula-subject-pay = 薪酬项目
formula-subject-coefficient = 绩效系数
formula-subject-presence = 出勤系数
formula-subject-deductions = 扣分
formula-spelled-pay = { $name }的金额
formula-spelled-coefficient = 绩效系数
formula-spelled-presence = 出勤系数
formula-spelled-deductions = 计入的扣分
formula-why-no-pay = 薪酬项目 { $code } 没有金额
formula-why-no-coefficient = 没有绩效系数
formula-why-no-presence = 没有出勤系数
formula-why-no-deductions = 没有扣分记录

## Articles
regulation-chapter-pay = 薪酬
regulation-pay = “{ $name }”：{ $what }。
regulation-pay-price = 数量 = { $quantity }，每单位 { $price } 元
regulation-pay-share = { $name }的 { $share }%
regulation-pay-pool-all = 总额（元）= { $pool }，在全体范围内按各人份额占合计的比例分配，份额 = { $share }，小于零的不参与；分配到分，尾差按最大余数法分摊
regulation-pay-pool-team = 总额（元）= { $pool }，在各团队内按各人份额占合计的比例分配，份额 = { $share }，小于零的不参与；分配到分，尾差按最大余数法分摊
regulation-pay-nobody-unpaid = 没有人有份额时，本项不发放。
regulation-pay-nobody-equal = 没有人有份额时，由适用人员平均分配。
regulation-pay-coefficient = 金额（元）= { $product }
regulation-pay-step = 按{ $on }分档：{ $steps }
regulation-pay-step-first-left = 低于 { $edge } 的 { $amount } 元
regulation-pay-step-first-right = 不超过 { $edge } 的 { $amount } 元
regulation-pay-step-left = { $low }（含）至 { $high } 的 { $amount } 元
regulation-pay-step-right = { $low } 以上至 { $high }（含）的 { $amount } 元
regulation-pay-step-last-left = { $edge }（含）以上的 { $amount } 元
regulation-pay-step-last-right = 超过 { $edge } 的 { $amount } 元
regulation-pay-bonus = 奖励 { $amount } 元
regulation-pay-fine = 扣发金额（元）= { $amount }
regulation-pay-floor = { $of }合计不足 { $amount } 元的，补足到该数
regulation-pay-ceiling = { $of }合计超过 { $amount } 元的，超出部分不发
regulation-pay-bracket = 超过 { $bound } 元的部分 { $rate }%
regulation-pay-brackets-held = { $of }合计分段计提，{ $rates }，计提部分延期支付
regulation-pay-brackets-paid = { $of }合计分段计算，{ $rates }，另行发放
regulation-pay-brackets-deducted = { $of }合计分段计算，{ $rates }，予以扣除
regulation-pay-loss = 本项为赔偿损失，从当月工资中扣除的部分不超过 20%，扣后不低于当地最低工资标准。
regulation-pay-when = 条件：{ $when }。
regulation-pay-positions = 适用岗位：{ $positions }。
regulation-pay-at-once = 本项不延期，当期发放。
regulation-pay-rounding = 薪酬各项以元计，四舍五入到分；所依据的得分、系数为公布的结果。缺少所需数据的项目先不发放，补齐后再计。
regulation-pay-deferred = { $positions }属于对风险有重要影响的岗位，其薪酬的 { $share } 延期支付，分 { $years } 年等额兑付，不前重后轻。
regulation-pay-wage = 核对扣款上限所用的当期工资：{ $wage }。
regulation-pay-minimum = 最低工资标准：{ $minimum }。

## Kinds of lines, and what is set in them
pay-kind-price = 计价
pay-kind-pool = 总额分配
pay-kind-coefficient = 基数乘系数
pay-kind-step = 分档
pay-kind-bonus = 奖励
pay-kind-fine = 扣发
pay-kind-floor = 保底
pay-kind-ceiling = 封顶
pay-kind-brackets = 分段计提
pay-field-when = 条件
pay-field-quantity = 数量
pay-field-shares = 折算数量
pay-field-price = 单价
pay-field-pool = 总额
pay-field-share = 各人的份额
pay-field-base = 基数
pay-field-factors = 系数
pay-field-on = 分档依据
pay-field-amount = 金额

## The editor
editor-part-pay = 薪酬
editor-pay = 薪酬项目
editor-pay-note = 每个项目按什么计、多少钱、给谁、什么条件。金额以元计，算到分；项目可以互相引用，不分先后。
editor-pay-add = 添加项目
editor-pay-kind = 类型
editor-pay-everybody = 所有岗位
editor-pay-shares-help = 主办、协办等按比例折算，合计 100；填了分成就不填数量。
editor-pay-factors-help = 每行一个系数或公式，依次相乘
editor-pay-of-usual = 除保底、封顶和延期计提外的全部项目
editor-payment = 发放与延期
editor-payment-note = 哪些岗位延期支付、延多少、分几年。最低工资和当期工资用于核对扣款上限，可以填数，也可以填指标代码。
editor-payment-material = 对风险有重要影响的岗位
editor-payment-deferred = 延期比例
editor-payment-years = 延期年数
editor-payment-wage = 当期工资
editor-payment-minimum = 最低工资标准
editor-function-pay = 某薪酬项目的金额
editor-function-coefficient = 绩效系数
editor-function-presence = 出勤系数
editor-function-deductions = 计入的扣分
pay-field-edges = 各档界限
pay-field-amounts = 各档金额（比界限多一个）
pay-field-closed = 界限归
pay-field-within = 分配范围
pay-field-nobody = 没有人有份额时
pay-field-of = 合计哪些项目
pay-field-table = 各段起点与比例
pay-field-into = 用途
pay-field-loss = 属于赔偿损失
pay-field-deferrable = 参与延期
pay-closed-left = 较高一档
pay-closed-right = 较低一档
pay-within-all = 全体
pay-within-team = 各团队
pay-nobody-unpaid = 不发放
pay-nobody-equal = 平均分配
pay-into-held = 延期支付
pay-into-paid = 另行发放
pay-into-deducted = 予以扣除

## The handbook
handbook-pay = 薪酬怎样计发
handbook-pay-how = 项目

## How a line came to its amount
pay-working-price = { $quantity } × { $price } = { $amount } 元
pay-working-pool = 份额 { $share } ÷ 合计 { $shares } × 总额 { $pool } 元 = { $amount } 元（折合每单位 { $price } 元）
pay-working-pool-unpaid = 没有人有份额，总额 { $pool } 元不发放
pay-working-pool-equal = 没有人有份额，总额 { $pool } 元平均分配，每人 { $amount } 元
pay-working-coefficient = { $base } × { $factors } = { $amount } 元
pay-working-step-first-left = { $on }，低于 { $edge }：{ $amount } 元
pay-working-step-first-right = { $on }，不超过 { $edge }：{ $amount } 元
pay-working-step-left = { $on }，在 { $low }（含）至 { $high } 之间：{ $amount } 元
pay-working-step-right = { $on }，在 { $low } 以上至 { $high }（含）之间：{ $amount } 元
pay-working-step-last-left = { $on }，达到 { $edge }：{ $amount } 元
pay-working-step-last-right = { $on }，超过 { $edge }：{ $amount } 元
pay-working-bonus = 符合条件，{ $amount } 元
pay-working-fine = 扣发，{ $amount } 元
pay-working-floor = 合计 { $together } 元，补足到 { $bound } 元，补 { $amount } 元
pay-working-floor-kept = 合计 { $together } 元，不低于 { $bound } 元，不补
pay-working-ceiling = 合计 { $together } 元，封顶 { $bound } 元，{ $amount } 元
pay-working-ceiling-kept = 合计 { $together } 元，未超过 { $bound } 元
pay-working-brackets-held = 合计 { $together } 元：{ $slices } = { $amount } 元，延期支付
pay-working-brackets-paid = 合计 { $together } 元：{ $slices } = { $amount } 元
pay-working-brackets-deducted = 合计 { $together } 元：{ $slices } = { $amount } 元，予以扣除
pay-working-not-met = 不符合条件，不计
pay-working-missing = 缺数，暂按 0 计：{ $why }
pay-working-missing-line = 所依据的项目缺数，暂按 0 计

## What can be wrong
expected-truth = true 或 false
fault-pay-quantity-one = 薪酬项目 { $where } 只能写 quantity 或 shares 之一。
fault-pay-shares = 薪酬项目 { $where } 的分成合计为 { $total }%，应为 100%，且各项不小于 0。
fault-pay-line = 薪酬项目 { $where } 引用的项目「{ $value }」方案里没有；现有：{ $choices }。
fault-pay-amounts = 薪酬项目 { $where } 有 { $edges } 个界限，金额应比界限多一个，现有 { $amounts } 个。
fault-pay-rising = 薪酬项目 { $where } 的「{ $name }」界限应由小到大，不能重复。
fault-pay-circle = 薪酬项目互相引用，无法计算：{ $circle }。
fault-pay-pool-below = { $where } 为 { $value } 元，总额不能为负数。
fault-pay-pool-differs = { $where } 算出来因人而异（{ $low } 元到 { $high } 元），同一总额对大家应是同一个数。请改用全体或团队合计（all_sum、team_sum）。

## What the checks say
pay-guard = { $sentence }依据：{ $citation }。
check-L03-unbounded = 薪酬项目“{ $where }”为赔偿损失，但方案没有写当期工资和最低工资（payment 的 wage、minimum），发放时无法核对 20% 的上限。
check-L04-attendance = 薪酬项目“{ $where }”按出勤数据「{ $measure }」计发，可能减少产假、工伤、年休假人员的薪酬；请改用出勤系数（presence），受保护的假期视同出勤。
check-L04-missing = { $where } 休产假、工伤假或年休假，薪酬项目 { $lines } 缺数、暂按 0 计，请核实没有因此减少薪酬。
check-M01-brackets = 薪酬项目“{ $where }”代替了延期比例，各段比例最低为 { $rate }%，重要风险岗位的延期支付可能达不到 40%。
check-M01-person = { $where } 所在岗位属于重要风险岗位，延期支付 { $share }%、{ $years } 年，应不少于 40%、3 年。
check-M04-run = 全勤人员的薪酬最高是最低的 { $value } 倍，宜在 { $low } 到 { $high } 之间。
check-A03-pay = 薪酬项目“{ $where }”属于竞赛、单项或临时性奖励，应纳入综合考核。
