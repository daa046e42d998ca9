### 新建方案文件里的说明（# 后面的注释）。

scheme-file =
    考核方案文件。# 后面是说明，可以删去；改完用 manage.py lint 检查，用 manage.py scheme explain 看成文的条款。
    每个键的写法见 docs/scheme.md。
scheme-file-more =
    还可以写：总行授权 authorisation、板块 section、岗位权重表 profile、结果运用 result_use、计算指标 derived、条件 condition；
    指标里还可以写 on、steps、without_target、lowest、highest、quantity、factor。写法和例子见 docs/scheme.md。
scheme-file-scheme-code = 方案代码和版本号，合起来是方案的编号，如 branch@1
scheme-file-scheme-name = 方案名称，中文和英文
scheme-file-scheme-cycle = 考核周期：month 月，quarter 季，half-year 半年，year 年
scheme-file-scheme-aggregation = 汇总方法：arithmetic 加权平均，geometric 加权几何平均
scheme-file-scheme-missing = 缺数时：redistribute-in-class 权重在本类内分摊，redistribute 在全部指标间分摊，zero 按零分计，cohort-median 按全体中位数计，block 不计总分
scheme-file-scheme-minimum-coverage = 有数据的权重至少占多少，才计总分
scheme-file-scheme-decimals = 总分保留几位小数
scheme-file-scheme-cap = 总分封顶
scheme-file-scheme-additions-limit = 加分、扣分各以多少分为限
scheme-file-scheme-veto = 一票否决：总分最高多少，等级最高哪一级
scheme-file-scheme-protection = 新人保护：前几个月不排名，其后各月目标按多少折算
scheme-file-scheme-handover-months = 接收他人管户后几个月内，不计移交前的不良
scheme-file-grade = 等级，从高到低；最低一级从 0 分起
scheme-file-grade-from = 多少分起
scheme-file-grade-coefficient = 绩效系数
scheme-file-indicator = 指标，一项一段；权重合计须为 100
scheme-file-indicator-code = 代码，与业绩文件里的一致；文件里写中文名称也认得
scheme-file-indicator-class = 类别：compliance 合规经营，risk 风险管理，efficiency 经营效益，transformation 发展转型，social 社会责任
scheme-file-indicator-family = 指标族，可以自定
scheme-file-indicator-dimension = 维度：results 业绩，capability 能力，attitude 态度
scheme-file-indicator-kind = quantitative 定量，qualitative 定性
scheme-file-indicator-unit = 单位
scheme-file-indicator-direction = higher 越高越好，lower 越低越好
scheme-file-indicator-weight = 权重
scheme-file-indicator-target = 目标；下达了个人目标的，以个人目标为准
scheme-file-indicator-rule = 计分办法：attainment 完成率，piecewise 分段线性，bands 分档，deduction 按次扣分，around 围绕基准增减，corridor 区间，direct 直接计分，还有与其他人相比的几种
scheme-file-indicator-measure = 口径：flow 发生额，daily-average 日均，point-in-time 时点，ratio 比率，rating 评分，count 次数
scheme-file-indicator-source = 数据来源、责任部门、截止时点
