### What a new scheme file says behind its #.

scheme-file =
    A scheme file. What stands behind # explains it and may go. Check it with manage.py lint, read it as a regulation with
    manage.py scheme explain. docs/scheme.md says how each key is written.
scheme-file-more =
    There is more: the head office's authorisation, section, profile, result_use, derived, condition; within an indicator on, steps,
    without_target, lowest, highest, quantity, factor. See docs/scheme.md, with examples.
scheme-file-scheme-code = Code and version make up its name: branch@1
scheme-file-scheme-name = What it is called, in Chinese and English
scheme-file-scheme-cycle = month, quarter, half-year or year
scheme-file-scheme-aggregation = arithmetic (weighted mean) or geometric
scheme-file-scheme-missing = Where data is missing: redistribute-in-class, redistribute, zero, cohort-median or block (no total)
scheme-file-scheme-minimum-coverage = The share of weight that must have data for a total
scheme-file-scheme-decimals = Decimals of the total
scheme-file-scheme-cap = The highest total
scheme-file-scheme-additions-limit = The most that additions, and deductions, may count
scheme-file-scheme-veto = A veto leaves at most this total and this grade
scheme-file-scheme-protection = Joiners: months without a rank, then the factors of their targets month by month
scheme-file-scheme-handover-months = For so many months after a handover inherited bad loans do not count
scheme-file-grade = Grades, the best first; the last from 0
scheme-file-grade-from = From this total on
scheme-file-grade-coefficient = What it pays
scheme-file-indicator = Indicators; the weights sum to 100
scheme-file-indicator-code = As in the file of measured values; the name is recognised there, too
scheme-file-indicator-class = compliance, risk, efficiency, transformation or social
scheme-file-indicator-family = A family of your own choice
scheme-file-indicator-dimension = results, capability or attitude
scheme-file-indicator-kind = quantitative or qualitative
scheme-file-indicator-unit = Unit
scheme-file-indicator-direction = higher or lower is better
scheme-file-indicator-weight = Weight
scheme-file-indicator-target = Target; a personal one comes first
scheme-file-indicator-rule = How it is scored: attainment, piecewise, bands, deduction, around, corridor, direct, and some that compare with others
scheme-file-indicator-measure = flow, daily-average, point-in-time, ratio, rating or count
scheme-file-indicator-source = Source, responsible department, cut-off
