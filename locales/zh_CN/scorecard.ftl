step-mean = 各项贡献合计
step-additions = 加分
step-deductions = 扣分
step-cap = 封顶
step-floor = 保底
step-veto = 一票否决
bar-vetoed = 否决
