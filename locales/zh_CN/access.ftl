# 权限：事项、理由、“我为什么能看”，以及账号命令
action-view-branch = 查看全行得分与排行
action-view-scorecard = 查看成绩单与趋势
action-view-schemes = 查看考核方案
action-simulate = 试算权重
action-draft-scheme = 起草方案
action-adopt-scheme = 采用方案
action-approve-scheme = 审议方案
action-comment-scheme = 对方案提意见
action-run-round = 发起委员赋权
action-set-weights = 填报权重
action-publish = 公布成绩
action-verify = 核对成绩
action-import = 导入、更正数据
action-approve-import = 复核入库
action-manage-accounts = 管理账号与支行名称
action-run-reviews = 组织360度评价
action-give-review = 填写360度评价
action-release-reviews = 查看、发布360度评价结果

reason-answers-for-branch = 对支行经营负责
reason-coaches = 与每位客户经理面谈辅导
reason-scheme-is-public = 现行方案在支行内公开
reason-proposes-changes = 向总行提出调整建议
reason-sits-in-committee = 是考核委员会成员
reason-answers-staff = 答复员工的意见
reason-weighs-where-asked = 受邀时填报本人的权重
reason-sees-who-is-touched = 须看清调整影响到谁
reason-sees-why-somebody-moves = 须看清名次变动的原因
reason-keeps-scheme = 负责维护方案
reason-tries-before-adopting = 采用之前须先试算
reason-drafts = 负责起草方案
reason-adopts-with-another = 负责采用方案，但不得由起草人一人采用
reason-votes-on-others = 审议同事提交的方案，不审议本人起草的
reason-asks-members = 负责征集各位委员的权重
reason-weighs-blind = 填报本人的权重，全部交齐前互不可见
reason-answers-for-results = 对公布的成绩负责
reason-decides-when-posted = 决定何时公示成绩；重新打开须说明理由
reason-proves-results = 须能证明成绩无误
reason-answers-for-figures = 对数据负责
reason-keeps-database = 负责维护数据库
reason-own-results = 只限本人成绩（《个人信息保护法》第六条：限于最小范围）
reason-rules-made-known = 劳动报酬规则应当公示告知（《劳动合同法》第四条）
reason-heard-before-rules = 制定劳动报酬规则应当听取员工意见（《劳动合同法》第四条）
reason-knows-measures = 了解哪些指标取得到数
reason-brings-data = 负责导入数据
reason-second-person = 作为第二人复核，不复核本人导入的批次
reason-must-know-measures = 须知道考核哪些指标
reason-keeps-accounts = 负责管理账号
reason-asks-raters = 负责安排评价人，看不到评价内容
reason-keeps-reviews-going = 负责链接、期限和催办，看不到评价内容
reason-rates-staff = 以上级身份评价员工
reason-rates-where-asked = 受邀时以上级身份评价
reason-rates-colleagues = 受邀时评价同事和本人
reason-answers-for-reviews = 对评价结果的使用负责
reason-calibrates = 计入成绩前负责校准，看不出评价出自何人
reason-operates = 使用命令行的人本就能读写数据库文件
reason-not-granted = 权限表没有把这一项授予该岗位
reason-not-own = 该岗位只能查看本人的成绩

why-title = 我为什么能看
why-role = 您以**{ $role }**身份登录，在“{ $page }”页可以：
why-granted = **{ $action }**：{ $reason }
why-others = 本页上由其他岗位办理：
why-refused = { $action }：{ $roles }
why-since = 本次登录自 { $time } 起；没有授予的权限一律不开放。

cli-may-yes = 可以。{ $name }（{ $role }）可以{ $action }：{ $reason }。
cli-may-no = 不可以。{ $name }（{ $role }）不能{ $action }：{ $reason }。
cli-may-whose = { $action }（{ $manager }）
cli-may-off = 不可以。{ $name }（{ $role }）的账号已停用。
cli-may-holders = 可以{ $action }的岗位：{ $roles }。
errors-may-name = 没有 { $name } 这个账号；现有：{ $names }{ $more ->
    [0] {""}
   *[other] ……共 { $count } 个
}。
errors-may-no-names = 没有 { $name } 这个账号；数据库里还没有账号。
errors-may-action = 没有 { $action } 这一事项；可用：{ $actions }。
