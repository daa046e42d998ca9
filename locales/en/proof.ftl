# Proof: seals of rows, anchors
verify-at = Checking { $table } ({ $done } of { $of } seals)
verify-entry = What entry { $entry } of the trail says cannot be read; it may have been changed.
verify-exchanged = { $period }, result { $sheet }: its content is that of { $of }; the periods were exchanged. Do not use this result; restore a backup and verify again.
verify-label = { $period }, result { $sheet }: the { $label } on record is not that of its content or of the trail.
verify-label-scheme = version of the scheme
verify-label-engine = version of the engine
verify-label-by = person who published it
verify-pay-run = { $period }, pay run { $run }: the content does not have its hash.
verify-ledger = The ledger does not balance: { $line } of { $person } in { $period } is out by { $fen } fen.
verify-payroll = Payroll file { $file }: its people or its total are not those of its rows.
verify-rows-changed = { $table }: between numbers { $first } and { $last } something was changed ({ $was ->
    [one] one row
   *[other] { $was } rows
 }; entry { $entry } of the trail, written { $at } by { $by }).
verify-rows-fewer = { $table }: between numbers { $first } and { $last } some are missing: there were { $was }, now there are { $now } (entry { $entry } of the trail, written { $at } by { $by }).
verify-rows-more = { $table }: between numbers { $first } and { $last } some were put in: there were { $was }, now there are { $now } (entry { $entry } of the trail, written { $at } by { $by }).
verify-rows-stray = { $table }: number { $first } ({ $now ->
    [one] one row
   *[other] { $now } rows
 }) stands in no entry of the trail: it was not written by this program.
verify-seal = The seals of entry { $entry } of the trail were changed, removed or added to.
verify-table-columns = { $table }: the columns are not those that were sealed, so it cannot be checked.
verify-table-gone = { $table }: it is gone or cannot be read.
verify-sealed-unfit = Before entry { $entry } of the trail sealed everything anew, { $table } no longer fitted the seals.
verify-part = The { $part } could not be read to be checked; the file may have been changed.
verify-part-results = frozen results
verify-part-schemes = versions of schemes
verify-part-money = pay
verify-part-trail = audit trail
verify-part-rows = seals of rows
verify-anchor-gone = The anchor ({ $day }) says { $number } entries, the trail has { $last }: its end was deleted, or the file is an older one.
verify-anchor-differs = Entry { $number } is not that of the anchor ({ $day }): it or an earlier one was rewritten or put in.
anchor-now = Anchor: { $number ->
    [one] one entry
   *[other] { $number } entries
 } up to { $day }. Copy it to another machine; with it, deleting or rewriting the trail is found.
cli-anchor = { $written ->
    [yes] Written to { $file }. Copy that file to another machine.
   *[other] The day's line is in { $file } already.
 }
errors-anchor = “{ $text }” is no anchor. Write NUMBER:HASH with at least { $digits } digits of the hash, as manage.py anchor prints it.
errors-anchor-file = The file of anchors { $file } cannot be read. Check its path and who may read it.
errors-anchor-none = Nothing is in the trail yet, so there is no anchor. Import data or add an account first.
errors-frozen-exchanged = { $period } holds the result of { $of }; the file may have been changed, so it is not shown. Ask the administrator to verify, and to restore a backup.
sealed-employment = spells of employment
sealed-event = additions, deductions and vetoes
sealed-handover = handovers
sealed-indicator = indicators
sealed-leave-of-absence = leave
sealed-membership = team membership
sealed-outcome = outcomes
sealed-person-record = people's records
sealed-team-record = teams' records
sealed-account-event = account events
sealed-appeal-event = steps of appeals
sealed-batch-event = steps of batches
sealed-clawback-event = steps of clawbacks
sealed-course-event = training records
sealed-pay-run-event = steps of pay runs
sealed-period-event = states of periods
sealed-plan-event = steps of plans
sealed-question-event = answers to questions
sealed-review-campaign-event = steps of reviews
sealed-review-case-event = steps of calibration
sealed-risk-check-event = steps of risk checks
sealed-scheme-event = steps of schemes
sealed-talk-event = what followed talks
sealed-calendar-day = calendar days
sealed-calendar-year = announced years
sealed-ledger-entry = ledger of pay
sealed-result-difference = posted differences
sealed-team-superior = heads of teams
sealed-measured = measured values
sealed-targeted = targets
sealed-import-batch = batches
sealed-staged = rows of batches
sealed-batch-problem = doubts of batches
sealed-source-mapping = remembered headings
sealed-audit-sample = samples
sealed-sample-item = items of samples
sealed-sample-check = checks of samples
sealed-score-sheet = frozen results
sealed-receipt = receipts
sealed-appeal = appeals
sealed-appeal-attachment = files of appeals
sealed-clawback-attachment = files of clawbacks
sealed-clawback = clawbacks
sealed-pay-run = pay runs
sealed-payroll = payroll files
sealed-pay-link = links to pay statements
sealed-risk-check = risk checks
sealed-comment-answer = answers to comments
sealed-course = courses
sealed-plan = plans
sealed-plan-goal = goals of plans
sealed-talk = talks
sealed-question = questions
sealed-ladder = ladder of careers
sealed-impact-run = impact runs
sealed-scheme-version = versions of schemes
sealed-scenario = scenarios
sealed-weight-trial = trials of weights
sealed-weighting-round = rounds of weights
sealed-member-weighting = members' weights
sealed-round-member = members of rounds
sealed-round-event = steps of rounds
sealed-round-scenario = results of rounds
sealed-review-campaign = reviews
sealed-review-case = calibration cases
sealed-review-case-vote = votes of calibration
sealed-review-case-member = members of calibration
sealed-review-assignment = assignments of reviews
sealed-review-assignment-event = steps of assignments
sealed-review-link = customers' links
sealed-review-figure = figures of reviews
sealed-review-result = results of reviews
sealed-account = accounts
sealed-setting = settings
sealed-seal = seals
sealed-audit = audit trail
sealed-person-key = numbers of people
sealed-indicator-key = numbers of indicators
sealed-period-key = numbers of periods
sealed-delegation = delegations
sealed-delegation-event = delegations taken back
