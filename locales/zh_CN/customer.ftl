# 客户评价：凭一次性链接打开的表单，不用账号
customer-tab = 客户评价 · { $name }
customer-title = 请您评价{ $name }（{ $position }）的服务
customer-note = 您的评价保密：系统不记录您的姓名、手机号、地址和提交时间；评价人数不足时，任何人都看不到结果。您补充的话会不署名、原样转给客户经理本人，请不要写能认出您的内容。
customer-other = English
customer-cannot = 说不清、不便评价
customer-comment = 想补充的话（可不填）
customer-send = 提交评价
customer-once = 只能提交一次，提交后不能修改。
customer-missing = { $count ->
   *[other] 还有 { $count } 项没有选。说不清的，请选最后一项。
}
customer-thanks = 谢谢您的评价
customer-thanks-next = 已收到。您可以关闭本页。
customer-unknown = 没有这个链接
customer-unknown-next = 请核对链接是否完整，或重新扫描卡片上的二维码。仍打不开的，请联系给您链接的支行。
customer-used = 这个链接已经用过
customer-used-next = 每个链接只能评价一次，您的评价已经收到，不必再做什么。
customer-expired = 这个链接已经过期
customer-expired-next = 本次评价的时间已过。谢谢您的关注。
customer-closed = 本次评价已经结束
customer-closed-next = 现在不再接收评价。谢谢您的关注。
customer-too-much = 内容太长
customer-too-much-next = 请返回上一页，把补充的话写短一些再提交。
customer-unreadable = 没有收到您的评价
customer-unreadable-next = 请重新打开链接，再填一次。
customer-later = 暂时不能评价
customer-later-next = 系统暂时打不开，您的链接仍然有效，请过几分钟再试。
