rule-encoding_gbk = 按 GB18030 编码读取
rule-title_rows_above_header = 标题行已跳过，表头在第 { $header } 行
rule-two_level_header = 两层表头已合并
rule-header_synonym = 表头按同义词识别
rule-header_repeated = 重复的表头行，未读
rule-unit_suffix_in_header = 单位取自表头
rule-unit_wanyuan = 万元已换算为元
rule-unit_mismatch = 单位与指标不符，未读
rule-unmapped_column = 没有对应的指标，未读
rule-merged_team_cells = 合并单元格已向下填充
rule-merged_cells = 合并单元格已向下填充
rule-subtotal_row = 小计行，未读
rule-grand_total_row = 合计行，未读
rule-total_row = 总计行，未读
rule-subtotal_does_not_add_up = 小计与明细之和 { $sum } 不符，请核对
rule-total_does_not_add_up = 合计与明细之和 { $sum } 不符，请核对
rule-footer_row = 表尾说明，未读
rule-blank_row = 空行，未读
rule-hidden_sheet = 隐藏的工作表，未读
rule-hidden_rows = 有隐藏的行，已照常读取，请核对
rule-sheet_without_header = 没有找到表头，该工作表未读
rule-formula_without_value = 公式没有保存结果；请用 Excel 打开保存后再导入
rule-sheet_error = 公式出错
rule-period_from_title = 期间 { $period } 取自标题或表名
rule-stale_cut_off = 数据截止早于 { $period }，可能不完整
rule-whitespace_id = 编号中的空格已去掉
rule-fullwidth_id = 全角编号已改为半角
rule-lowercase_id = 编号大小写已改正
rule-id_letter_O_for_zero = 编号中疑似字母 O 写成了数字 0，是否 { $near }？请确认
rule-id_name_mismatch = 编号与姓名“{ $name }”不符，请确认
rule-collision_from_id_name_mismatch = 另一行误用了此编号，本行照常读取
rule-period_empty = 没有写期间
rule-cn_month = 月份写法已统一
rule-month_other_format = 月份写法已统一
rule-quarter_other_format = 季度写法已统一
rule-date_as_month = 日期已归入当月
rule-excel_serial = Excel 日期序号已换算
rule-impossible_month = 没有这个月份
rule-two_digit_year = 年份只有两位，请写全
rule-missing_year = 没有写年份
rule-day_month_in_doubt = 日和月分不清，请写成 2026-03-31
rule-chinese_numerals = 汉字数字，请改写为阿拉伯数字
rule-period_of_another_kind = 与其他行的期间种类不同，请确认
rule-indicator_by_name = 按名称识别为 { $code }
rule-missing_empty = 空白，作缺数处理
rule-missing_dash = 短横线，作缺数处理，不当作 0
rule-missing_slash = 斜线，作缺数处理，不当作 0
rule-missing_text = 文字说明，作缺数处理，不当作 0
rule-missing_na = N/A，作缺数处理，不当作 0
rule-control_characters = 不可见字符已去掉
rule-leading_apostrophe = 开头的撇号已去掉
rule-fullwidth_digits = 全角数字已改为半角
rule-fullwidth_percent_sign = 全角百分号已改为半角
rule-thousands_separator_text = 千分位逗号已去掉
rule-thousands_in_doubt = 逗号位置不对，请确认
rule-percent_text = 百分数已换算
rule-parentheses_negative = 括号表示负数
rule-trailing_minus = 末尾的负号已移到前面
rule-currency_sign = 货币符号已去掉
rule-foreign_currency = 外币金额，请折成人民币
rule-unit_suffix_in_cell_same_unit = 单元格里的单位与表头相同，只换算一次
rule-unit_in_cell_differs_from_header = 按单元格里的单位换算
rule-yuan_in_wanyuan_column = 约为本人其他月份（{ $usual }）的一万倍，疑似单位写错，请确认
rule-outlier_thousand = 约为本人其他月份（{ $usual }）的一千倍，请确认
rule-outlier_hundred = 约为本人其他月份（{ $usual }）的一百倍，请确认
rule-negative_count = 次数、户数不能为负
rule-fractional_count = 次数、户数应为整数
rule-exact_duplicate = 与前面的行完全相同，只留一行
rule-conflicting_duplicate = 同一人同一期间有两个不同的数，请确认
rule-formula_injection = 像公式或脚本的文字，不予接受
rule-unknown_id = { $near ->
    [NONE] 人员名册中没有此编号
   *[other] 人员名册中没有此编号，是否 { $near }？
}
errors-file-large = { $file } 太大（上限 { $limit } MB）；请按月份拆开。
errors-file-damaged = { $file } 打不开，可能没有传完或已损坏；请重新导出。
errors-file-bomb = { $file } 解压后异常庞大，不予读取。
errors-file-header = { $file } 里没有找到表头：须有客户经理编号一列，以及指标各列。
errors-mapping = { $file } 不是列映射文件。
errors-batch-undo = 批次 { $batch } 不能撤销：只能撤销已复核的业绩批次。
errors-batch-undone = 批次 { $batch } 的数值都已被后来的批次更改，没有可撤销的。
errors-value-unknown = { $manager } { $period } 没有指标 { $indicator } 的值，无可更正；新的值请导入。
rule-outlier_too_small = 远小于本人其他月份（{ $usual }），疑似单位写错，请核对
rule-outlier_sign = 正负号与本人其他月份（{ $usual }）相反，请核对
rule-outlier_range = 比率超出常理，请核对
rule-decided = 已由人工确定：{ $choice ->
    [leave-out] 不导入
   *[other] 按“{ $text }”处理
}
rule-unread_column = { $near ->
    [NONE] 不认识的列，未读
   *[other] 不认识的列，未读；是否应为“{ $near }”？
}
rule-day_missing = 只有年月，没有写到日，请写成 2026-03-31
rule-left_before_joined = 离职日期早于入职日期 { $joined }
rule-from_before_joined = 生效日期早于入职日期 { $joined }
rule-to_before_from = 结束日期早于开始日期
rule-from_missing = 与现有记录（{ $was }）不同，但没有写从哪天起；请加“生效日期”一列，或选定日期
rule-team_near = 没有这个团队，与现有的“{ $near }”相近；请确认是笔误还是新团队
rule-team_new = 新的团队，请核对
rule-rows_differ = 第 { $rows } 行说的是同一件事，内容却不同；请只留一行
rule-choice = 应为以下之一：{ $choices }
rule-event_already = 同一人同一期间已有相同的加减分，疑似重复导入；请确认
rule-event_replaces = 已有同一事项（{ $points } 分{ $finding ->
    [pending] ，待认定
    [exempt] ，免责
    [reduced] ，减责
    [confirmed] ，追责
   *[other] {""}
}），入库后以本行为准
rule-period_in_future = 期间晚于本月，请核对
rule-leave_overlaps = 与第 { $other } 行的请假重叠，重叠的日子请只报一次
rule-same_person = 移交人与接收人是同一人
choice-leave-out = 不导入这一行
choice-day = 是 { $day }
choice-that-team = 就是“{ $team }”
choice-new-team = 是新团队“{ $team }”
choice-first-of-month = 从本月初（{ $day }）起
choice-first-of-period = 从考核期首日（{ $day }）起
choice-joining-day = 从入职日（{ $day }）起
choice-another-event = 是另一件事，记为“{ $name }”
errors-file-doubled = { $file }（工作表 { $sheet }）有两列是同一项：“{ $one }”和“{ $other }”；请只留一列。
rule-id_by_name = 按姓名识别为编号 { $id }
rule-hidden_column = { $read ->
    [yes] 隐藏的列，已照常读取，请核对
   *[no] 隐藏的列，未读；读的是同名的可见列
}
choice-read-as = 按 { $text } 收
choice-by-id = 以编号为准：{ $person }（{ $id }）
choice-by-name = 以姓名为准：{ $person }（{ $id }）
