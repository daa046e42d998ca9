# 后续结果：考核之后发生的事

desk-kind-outcomes = 后续结果
fact-outcome = 后续结果
field-observed_on = 观察日期
rule-observed_too_early = 观察日期须晚于该期间的最后一天（{ $end }）；当期已知的事不是后续结果
rule-observed_in_future = 观察日期还没有到
rule-outcome_differs = “{ $outcome }”此前的方向或单位与此不同；同一结果只能有一种方向、一种单位
rule-outcome_new = 首次出现的后续结果，请核对名称是否写错
