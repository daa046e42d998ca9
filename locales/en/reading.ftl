rule-encoding_gbk = read in GB18030
rule-title_rows_above_header = title rows skipped, the heading is row { $header }
rule-two_level_header = two-level heading joined
rule-header_synonym = heading recognised by a synonym
rule-header_repeated = repeated heading, left out
rule-unit_suffix_in_header = unit taken from the heading
rule-unit_wanyuan = converted from 万元 to 元
rule-unit_mismatch = the unit does not go with the indicator; not read
rule-unmapped_column = { $near ->
    [NONE] no indicator for this column; not read
   *[other] no indicator for this column; not read; perhaps { $near }
}
rule-merged_team_cells = merged cells filled down
rule-merged_cells = merged cells filled down
rule-subtotal_row = subtotal, left out
rule-grand_total_row = grand total, left out
rule-total_row = total, left out
rule-subtotal_does_not_add_up = the subtotal is not the sum of the rows, { $sum }
rule-total_does_not_add_up = the total is not the sum of the rows, { $sum }
rule-footer_row = footer, left out
rule-blank_row = blank row, left out
rule-hidden_sheet = hidden sheet, not read
rule-hidden_rows = hidden rows were read like the others; have a look
rule-sheet_without_header = no heading found; sheet not read
rule-formula_without_value = a formula without a stored result; open and save it in Excel first
rule-sheet_error = the formula gives an error
rule-scaled_format = the cell format leaves off the last digits (shown as { $shown }); the whole number is read, please check
rule-period_from_title = the period { $period } is taken from the title or the sheet
rule-stale_cut_off = drawn before { $period } was over; may be incomplete
rule-whitespace_id = blanks taken off the id
rule-fullwidth_id = full-width id made half-width
rule-lowercase_id = upper and lower case of the id put right
rule-id_letter_O_for_zero = a letter for a digit in the id, { $near }? Please confirm
rule-id_name_mismatch = the id does not go with the name "{ $name }"; please confirm
rule-collision_from_id_name_mismatch = another row uses this id by mistake; this one is taken
rule-period_empty = no period
rule-cn_month = month put into the usual form
rule-month_other_format = month put into the usual form
rule-quarter_other_format = period put into the usual form
rule-date_as_month = date put into its month
rule-excel_serial = Excel serial date converted
rule-impossible_month = there is no such month
rule-two_digit_year = two-digit year; please write it in full
rule-missing_year = no year
rule-day_month_in_doubt = day and month in doubt; please write 2026-03-31
rule-chinese_numerals = Chinese numerals; please write digits
rule-period_of_another_kind = another kind of period than the other rows; please confirm
rule-indicator_by_name = recognised by name as { $code }
rule-missing_empty = empty, taken as missing
rule-missing_dash = a dash, taken as missing, not as 0
rule-missing_slash = a slash, taken as missing, not as 0
rule-missing_text = a remark, taken as missing, not as 0
rule-missing_na = N/A, taken as missing, not as 0
rule-control_characters = invisible characters taken out
rule-leading_apostrophe = leading apostrophe taken off
rule-fullwidth_digits = full-width digits made half-width
rule-fullwidth_percent_sign = full-width percent sign made half-width
rule-thousands_separator_text = thousands separators taken out
rule-thousands_in_doubt = commas in odd places; please confirm
rule-percent_text = percentage converted
rule-parentheses_negative = parentheses mean a negative number
rule-trailing_minus = trailing minus moved to the front
rule-currency_sign = currency sign taken off
rule-foreign_currency = foreign currency; please convert
rule-unit_suffix_in_cell_same_unit = the unit in the cell is that of the heading; converted once
rule-unit_in_cell_differs_from_header = converted by the unit in the cell
rule-yuan_in_wanyuan_column = about 10,000 times the person’s other values ({ $usual }); a unit in error? Please confirm
rule-outlier_thousand = about 1,000 times the person’s other values ({ $usual }); please confirm
rule-outlier_hundred = about 100 times the person’s other values ({ $usual }); please confirm
rule-negative_count = a count cannot be negative
rule-fractional_count = a count must be a whole number
rule-exact_duplicate = the same row again; one is kept
rule-conflicting_duplicate = two different values for one person and period; please confirm
rule-formula_injection = text that looks like a formula or a script; refused
rule-unknown_id = { $near ->
    [NONE] no such id in the list of people
   *[other] no such id in the list of people; perhaps { $near }
}
rule-empty = must not be empty
rule-unknown-manager = not in the staff list; import people first
rule-unknown-indicator = not in the indicator library; import indicators or a scheme first
rule-period = not a period; write 2026-03, 2026Q1, 2026H1 or 2026
rule-number = must be a number
rule-target-positive = a target that the value is divided by must be above 0; for a plan of 0 or below, score the value itself by a piecewise rule, or take another base
rule-date = must be a date such as 2026-03-31
rule-duplicate = repeats an earlier row
rule-event-kind = must be addition, deduction or veto
rule-negative = must not be negative
errors-file-large = { $file } is too large (limit { $limit } MB); split it by month.
errors-file-damaged = { $file } cannot be opened; it may be incomplete or damaged. Export it again.
errors-file-bomb = { $file } unpacks to an absurd size and is not read.
errors-file-rows-limit = { $file } has too many rows (limit { $limit }); split it by month or team, or clear what stands below the table.
errors-file-columns-limit = { $file } has too many columns (limit { $limit }); clear what stands to the right of the table.
errors-file-cells-limit = { $file } has too many cells (limit { $limit } in all sheets together); split it by month, or clear what stands outside the table.
errors-file-merged-limit = { $file } has too many merged cells (limit { $limit }); unmerge them and save it again.
errors-file-password = { $file } is protected by a password; save a copy without one and import that.
errors-file-binary-workbook = { $file } is a binary workbook (.xlsb); save it as .xlsx in Excel or WPS.
errors-file-header = No heading was found in { $file }: it needs a column of ids and columns of indicators. { $found ->
    [NONE] The file is empty
   *[other] Found: { $found }
}{ $near ->
    [NONE] .
   *[other] . Probably meant: { $near }.
}{ $library ->
    [empty] { " " }No indicator is known here yet: store a scheme first; one can begin from the columns of this very file (scheme editor, or scheme new --from-metrics).
   *[other] { "" }
}
errors-mapping = { $file } is no mapping of columns: it cannot be read as TOML.
errors-batch-undo = Batch { $batch } cannot be undone: only approved batches can.
errors-batch-undone = Every value of batch { $batch } was changed by later batches; nothing is left to undo.
errors-value-unknown = { $manager } has no value of { $indicator } in { $period } to correct; import new values.
rule-outlier_too_small = far smaller than the person’s other values ({ $usual }); a unit in error? Have a look
rule-outlier_sign = the sign is the opposite of the person’s other values ({ $usual }); have a look
rule-outlier_range = a share beyond all measure; have a look
rule-decided = { $choice ->
    [leave-out] decided by hand: left out
    [as-it-stands] decided by hand: taken as it stands
    [divide-column] decided by hand: the column was converted
    [multiply-column] decided by hand: the column was converted
   *[other] decided by hand: { $text }
}
rule-more_questions = more is in doubt than is asked at once ({ $asked }); the rest is asked once these are answered
rule-period_in_future = this period has not begun; there can be no result yet
rule-no_period = the file names no period; add a column for it, or give it with --period
rule-weekly_data = weekly or ten-day data: sum up by month first
rule-daily_data = daily data: sum up by month first
rule-trailing_zero_in_doubt = January or October? The sheet may have dropped a last 0; please write 2026-10
rule-month_as_value = a month or date where a value should be; please check the column
rule-outside_scale = outside the scale of this indicator, { $low } to { $high }
rule-number_out_of_range = far beyond any measured value; please check
rule-file_thousand = about 1,000 times what the others have ({ $usual }); please confirm
rule-file_ten_thousand = about 10,000 times what the others have ({ $usual }); a unit in error? Please confirm
rule-file_too_small = far smaller than what the others have ({ $usual }); a unit in error? Have a look
rule-column_in_another_unit = { $larger ->
    [yes] the whole column is about { $times } times the same people’s earlier values ({ $usual }); another unit? Please confirm
   *[no] the whole column is about 1/{ $times } of the same people’s earlier values ({ $usual }); another unit? Please confirm
}
rule-hidden_column = { $read ->
    [yes] hidden column, read like the others; have a look
   *[no] hidden column, not read; the visible one of the same name was
}
rule-double_column = column { $column } is for the same thing as another; say which is right
rule-name_too_long = a name of more than 60 characters; refused
rule-no_name = no name
choice-leave-out = Leave out
choice-as-it-stands = Take it as it stands
choice-read-as = Read as { $text }
choice-convert = Convert to { $text }
choice-this-row = Row { $row }: { $text }
choice-this-column = Column { $column } ({ $text })
choice-by-id = By the id: { $person } ({ $id })
choice-by-name = By the name: { $person } ({ $id })
choice-divide-column = Divide the column by { $by }
choice-multiply-column = Multiply the column by { $by }
errors-answer-choice = “{ $answer }” is no answer to { $question }; possible are: { $choices }.
errors-answer-unknown = The file does not raise the question { $question } (any more); read it again and answer what is asked.
errors-mapping-key = { $file }: { $expected ->
    [list] { $name } must be a list of headings, such as ["工号", "编号"]
    [table] { $name } must be a table, such as {"{"} names = ["存款"], unit = "元" {"}"}
    [text] { $name } must be a text
   *[none] there is no key { $name }
}.
errors-mapping-unit = The mapping keeps { $indicator } in { $unit }, the indicator library in { $kept }; write { $kept }.
rule-unread_column = { $near ->
    [NONE] a column that is not known; not read
   *[other] a column that is not known; not read. Is “{ $near }” meant?
}
rule-day_missing = the day is missing; write 2026-03-31
rule-left_before_joined = left before the joining day { $joined }
rule-from_before_joined = takes effect before the joining day { $joined }
rule-to_before_from = ends before it begins
rule-from_missing = differs from what is stored ({ $was }), and the file does not say from which day; add a column “from”, or choose the day
rule-team_near = no such team, but “{ $near }” is near; a slip of the pen, or a new team?
rule-team_new = a new team; have a look
rule-rows_differ = rows { $rows } are about the same thing but differ; leave one of them
rule-choice = must be one of: { $choices }
rule-event_already = the same addition, deduction or veto of that person and period is there already; brought twice? Please confirm
rule-event_replaces = there already with { $points } points{ $finding ->
    [pending] , finding pending
    [exempt] , exempt
    [reduced] , reduced
    [confirmed] , confirmed
   *[other] {""}
}; this row takes its place
rule-leave_overlaps = overlaps the leave of row { $other }; give such days once
rule-same_person = giver and receiver are the same person
choice-day = It is { $day }
choice-that-team = It is “{ $team }”
choice-new-team = It is a new team, “{ $team }”
choice-first-of-month = From the first of this month ({ $day })
choice-first-of-period = From the first day of the period ({ $day })
choice-joining-day = From the joining day ({ $day })
choice-another-event = It is another one, kept as “{ $name }”
errors-file-doubled = { $file } (sheet { $sheet }) has two columns for the same thing: “{ $one }” and “{ $other }”; leave one of them.
rule-id_by_name = recognised by the name as { $id }
