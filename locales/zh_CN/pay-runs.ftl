# 薪酬核算、审批、发放清单
errors-pay-moved = 核算期间有新数据入库，请重试。
errors-pay-not-final = { $period } 尚未定稿，请先在“考核周期”页定稿。
errors-pay-no-lines = { $period } 所用方案没有薪酬条款，不能核算薪酬。
errors-pay-run-open = { $period } 的第 { $run } 号核算还在等审批，请先审批、退回或撤回。
errors-pay-nothing = { $period } 的核算结果与已入账金额一致，没有可补可扣的差额。
errors-pay-run-unknown = 没有第 { $run } 号薪酬核算。
errors-pay-run-over = 第 { $run } 号核算已办结，不能再处理。请刷新页面。
errors-pay-run-other = 第 { $run } 号核算与您看到的不一致，请刷新后重新核对。
errors-pay-same-person = 第 { $run } 号核算须由提出人以外的两人各审批一次，请由其他人处理。
errors-pay-not-proposer = 第 { $run } 号核算只能由提出人撤回；其他人可以退回。
errors-pay-facts-moved = 第 { $run } 号核算提出后，{ $period } 的数据有更正，按现在的数据金额已不同。请退回或撤回后重新提出。
errors-pay-guarded = 第 { $run } 号核算突破法定底线（{ $rules }），不能审批。具体事项及依据见页面；请更正数据或方案后重新提出。
errors-pay-note = 备注或理由最多 { $most } 字。
errors-pay-person-unknown = 没有客户经理 { $manager }。
errors-payroll-nothing = 自上一份发放清单以来，没有应发金额。
review-pay = 涉及 { $period } 已入账薪酬（{ $count } 人），差额在下次薪酬核算时补扣。
