rule-encoding_gbk = 按 GB18030 编码读取
rule-title_rows_above_header = 标题行已跳过，表头在第 { $header } 行
rule-two_level_header = 两层表头已合并
rule-header_synonym = 表头按同义词识别
rule-header_repeated = 重复的表头行，未读
rule-unit_suffix_in_header = 单位取自表头
rule-unit_wanyuan = 万元已换算为元
rule-unit_mismatch = 单位与指标不符，未读
rule-unmapped_column = { $near ->
    [NONE] 没有对应的指标，未读
   *[other] 没有对应的指标，未读；疑为 { $near }
}
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
rule-scaled_format = 单元格格式省去了末几位（看到的是 { $shown }），读取的是完整的数，请核对
rule-period_from_title = 期间 { $period } 取自标题或表名
rule-stale_cut_off = 数据截止早于 { $period }，可能不完整
rule-whitespace_id = 编号中的空格已去掉
rule-fullwidth_id = 全角编号已改为半角
rule-lowercase_id = 编号大小写已改正
rule-id_letter_O_for_zero = 编号中疑似把数字 0 写成了字母 O，是否 { $near }？请确认
rule-id_name_mismatch = 编号与姓名“{ $name }”不符，请确认
rule-collision_from_id_name_mismatch = 另一行误用了此编号，本行照常读取
rule-period_empty = 没有写期间
rule-cn_month = 月份写法已统一
rule-month_other_format = 月份写法已统一
rule-quarter_other_format = 期间写法已统一
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
   *[other] 人员名册中没有此编号，疑为 { $near }
}
rule-empty = 不能为空
rule-unknown-manager = 人员名册中没有此人，请先导入人员
rule-unknown-indicator = 指标库中没有此指标，请先导入指标或方案
rule-period = 不是期间；请写成 2026-03、2026Q1、2026H1 或 2026
rule-number = 应为数字
rule-target-positive = 按完成率计分的目标值须大于 0；计划为零或为负时，请改用分段规则（piecewise）直接按数值计分，或换一个大于 0 的基数
rule-date = 应为日期，如 2026-03-31
rule-duplicate = 与前面的行重复
rule-event-kind = 应为 addition、deduction 或 veto
rule-negative = 不能为负数
errors-file-large = { $file } 太大（上限 { $limit } MB）；请按月份拆开。
errors-file-damaged = { $file } 打不开，可能没有传完或已损坏；请重新导出。
errors-file-bomb = { $file } 解压后异常庞大，不予读取。
errors-file-rows-limit = { $file } 的行数太多（上限 { $limit } 行）；请按月份或团队拆开，或删去表格下方多余的内容。
errors-file-columns-limit = { $file } 的列数太多（上限 { $limit } 列）；请删去表格右侧多余的内容。
errors-file-cells-limit = { $file } 的单元格太多（各表合计上限 { $limit } 个）；请按月份拆开，或删去表格以外的内容。
errors-file-merged-limit = { $file } 的合并单元格太多（上限 { $limit } 格）；请取消合并后重新保存。
errors-file-password = { $file } 设有打开密码；请取消密码后另存一份，再导入。
errors-file-binary-workbook = { $file } 是二进制工作簿（.xlsb）；请在 Excel 或 WPS 中另存为 .xlsx。
errors-file-header = { $file } 里没有找到表头：须有客户经理编号一列，以及指标各列。{ $found ->
    [NONE] 文件是空的
   *[other] 现有：{ $found }
}{ $near ->
    [NONE] 。
   *[other] ；疑似：{ $near }。
}{ $library ->
    [empty] 指标库还是空的：请先保存一份方案，可以直接用这个文件的列起草（“方案设计”页，或 scheme new --from-metrics）。
   *[other] { "" }
}
errors-mapping = { $file } 不是列映射文件：不是正确的 TOML。
errors-batch-undo = 批次 { $batch } 不能撤销：只能撤销已复核入库的批次。
errors-batch-undone = 批次 { $batch } 的数值都已被后来的批次更改，没有可撤销的。
errors-value-unknown = { $manager } { $period } 没有指标 { $indicator } 的值，无可更正；新的值请导入。
rule-outlier_too_small = 远小于本人其他月份（{ $usual }），疑似单位写错，请核对
rule-outlier_sign = 正负号与本人其他月份（{ $usual }）相反，请核对
rule-outlier_range = 比率超出常理，请核对
rule-decided = { $choice ->
    [leave-out] 已人工决定：不收
    [as-it-stands] 已人工决定：照原样收
    [divide-column] 已人工决定：整列已换算
    [multiply-column] 已人工决定：整列已换算
   *[other] 已人工决定：{ $text }
}
rule-more_questions = 存疑之处超过一次可问的 { $asked } 处；先答完这些，再问其余的
rule-period_in_future = 该期间尚未开始，不会有业绩
rule-no_period = 文件没有写期间；请加“月份”一列，或用 --period 指定
rule-weekly_data = 按周或按旬的数据，请先按月汇总
rule-daily_data = 按日的数据，请先按月汇总
rule-trailing_zero_in_doubt = 是 1 月还是 10 月？表格可能丢了末尾的 0，请写成 2026-10
rule-month_as_value = 数值栏里是月份或日期，请核对列
rule-outside_scale = 超出该指标的范围 { $low } 至 { $high }
rule-number_out_of_range = 数值大小异常，请核对
rule-file_thousand = 约为其他人（{ $usual }）的一千倍，请确认
rule-file_ten_thousand = 约为其他人（{ $usual }）的一万倍，疑似单位写错，请确认
rule-file_too_small = 远小于其他人（{ $usual }），疑似单位写错，请核对
rule-column_in_another_unit = { $larger ->
    [yes] 整列约为各人以往（{ $usual }）的 { $times } 倍，疑似单位不同，请确认
   *[no] 整列约为各人以往（{ $usual }）的 { $times } 分之一，疑似单位不同，请确认
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
rule-leave_overlaps = 与第 { $other } 行的请假重叠，重叠的日子请只报一次
rule-same_person = 移交人与接收人是同一人
choice-leave-out = 不收
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
rule-double_column = 第 { $column } 列与另一列是同一内容，请确认以哪一列为准
rule-name_too_long = 名称超过 60 个字，不予接受
rule-no_name = 没有写名称
choice-as-it-stands = 照原样收
choice-read-as = 按 { $text } 收
choice-convert = 换算为 { $text }
choice-this-row = 以第 { $row } 行为准：{ $text }
choice-this-column = 以第 { $column } 列为准（{ $text }）
choice-by-id = 以编号为准：{ $person }（{ $id }）
choice-by-name = 以姓名为准：{ $person }（{ $id }）
choice-divide-column = 整列除以 { $by }
choice-multiply-column = 整列乘以 { $by }
errors-answer-choice = “{ $answer }”不是 { $question } 的选项；可选：{ $choices }。
errors-answer-unknown = 文件里没有（或已不再有）这处疑问：{ $question }；请重新读取后再确认。
errors-mapping-key = { $file }：{ $expected ->
    [list] { $name } 应是表头的清单，如 ["工号", "编号"]
    [table] { $name } 应是一组设置，如 {"{"} names = ["存款"], unit = "元" {"}"}
    [text] { $name } 应是文字
   *[none] 没有 { $name } 这一项
}。
errors-mapping-unit = 列映射里 { $indicator } 的单位是 { $unit }，指标库里是 { $kept }；请写成 { $kept }。
