nav-section-data = Data
nav-desk = Data desk
nav-periods = Periods
desk-title = Data desk
desk-sentence = **{ $waiting ->
    [one] 1 batch waits
   *[other] { $waiting } batches wait
} for review**, { $mine } of them brought by others and yours to review.
desk-bring = Bring a file
desk-bring-note = Takes xlsx, xls, ods, csv, tsv; UTF-8 or GB18030; finds the heading, the columns and the units. What could mean two things is not guessed but left to you
desk-kind = Content
desk-kind-metrics = Results
desk-kind-targets = Targets
desk-kind-people = People
desk-kind-events = Additions, deductions, vetoes
desk-kind-indicators = Indicators
desk-source = Source system
desk-source-example = e.g. core banking
desk-source-none = no source named
desk-file = Drop the file here
desk-template = Template to fill in
desk-reading = Reading and judging…
desk-judged = **{ $rows ->
    [one] 1 row
   *[other] { $rows } rows
}** read, **{ $taken ->
    [one] 1 value
   *[other] { $taken } values
}** can be taken; { $held } held back for you to confirm, { $looked } to look at, { $mended } put right.
desk-nothing = Nothing can be taken; correct what is said below and bring the file again.
desk-match = These columns were not recognised. Choose their indicators; they will be known for this source from now on:
desk-match-do = Remember
desk-matched = Remembered ({ $source }).
desk-leave-out = leave out
desk-problems = Point by point: { $count }, { $held } of them held back
desk-submit = Submit for review ({ $count ->
    [one] 1 value
   *[other] { $count } values
})
desk-submit-valid = Submit only the { $count ->
    [one] 1 good value
   *[other] { $count } good values
}
desk-submitted = Submitted; a second person reviews it.
problem-severity = Done
problem-sheet = Sheet
problem-row = Row
problem-column = Column
problem-raw = As written
problem-rule = What
problem-count = Cells
problem-error = held back
problem-warning = look at it
problem-fixed = put right
review-title = Waiting for review: { $count }
review-note = Nobody reviews an own batch; nothing counts before
review-none = No batch waits for review.
review-batch = Batch
review-label = Batch { $batch } · { $file } ({ $by })
review-why = Note: { $why }
review-rows = { $rows ->
    [one] 1 row
   *[other] { $rows } rows
}; { $changes ->
    [one] 1 thing
   *[other] { $changes } things
} would change.
review-counts = **{ $new }** new, **{ $changed }** changed, { $same } the same.
review-changed = What would change: { $count } { $shown ->
    [one] row
   *[other] rows, { $shown } shown
}
review-before = Was
review-after = Becomes
review-no-effect = No score changes.
review-published = Published already: { $periods }. What was published changes only when it is opened again with a reason.
review-effect = Effect: { $scored ->
    [one] 1 total changes
   *[other] { $scored } totals change
}; score, rank or grade of { $count ->
    [one] 1 person
   *[other] { $count } people
} (first { $shown })
review-total-before = Score now
review-total-after = Score after
review-effect-failed = What this batch does to the results cannot be worked out: { $reason } Check these figures first; you can still approve or reject below.
review-own = You brought this batch; somebody else reviews it.
review-approve = Approve
review-approved = Batch { $batch } is stored.
review-reject = Turn down
review-reject-label = Reason
review-rejected = Batch { $batch } is turned down.
batch-awaiting-review = waiting
batch-approved = approved
batch-rejected = turned down
batches-title = All batches: { $count }
batches-note = Newest first; only added to, undoing is a batch too
batches-number = Batch
batches-file = File
batches-rows = Rows
batches-by = Brought by
batches-decided = Decided by
undo-title = Undo a batch
undo-why = Why it is undone
undo-do = Submit
undo-done = Submitted; a second person reviews it.
correct-title = Correct one value
correct-note = What was stored stays on file; a second person reviews the new value
correct-none = There is no value here; import a file.
correct-held = { $value } · { $at } { $file } · brought by { $by }, approved by { $approved }
correct-value = Right value (empty: withdrawn)
correct-why = Reason
correct-do = Submit
correct-done = Submitted; a second person reviews it.
batch-correction = Correction
batch-undoing = Undoing batch { $batch }
inbox-taken = { $file }: taken, batch { $batch } waits for review.
inbox-refused = { $file }: nothing could be taken, nothing is stored.
inbox-empty = No file waits in { $folder }.
desk-inbox = Files dropped into { $folder } at night are taken by the running dashboard and wait for review.
audit-title = Audit sample
audit-note = Drawn systematically over indicators and teams, held against the source documents by a person; error rate with its 95% interval
audit-size = How many values
audit-draw = Draw
audit-drawn = Drawn; hold each value against its source document.
audit-none = No sample has been drawn yet.
audit-sample = Sample
audit-label = Sample { $sample } · { $period } ({ $day })
audit-unchecked = **{ $items }** of { $population } values drawn, none checked yet. Fill in the column "On the document" and save.
audit-rate = **{ $checked }** of { $items } checked, **{ $errors }** wrong: error rate **{ $rate }** (95% interval { $low } to { $high }).
audit-effect = With the documents' values { $people ->
    [one] the score, rank or grade of 1 person
   *[other] score, rank or grade of { $people } people
} would change, scores: { $names }. Bring corrections under “Correct one value”.
audit-value = Stored
audit-found = On the document
audit-save = Save
audit-saved = { $count ->
    [one] 1 check
   *[other] { $count } checks
} saved.
errors-sample-unknown = There is no sample { $sample }, or no such item in it.
problem-joint = { ", " }
problem-at-row = row { $row }
problem-at-column = column "{ $column }"
problem-at-raw = "{ $raw }"
problem-many = { " " }({ $count ->
    [one] 1 cell
   *[other] { $count } cells
})
problem-many-rows = { " " }({ $count ->
    [one] 1 cell
   *[other] { $count } cells
}; rows { $rows } …)
review-totals = Control totals (to hold against the source)
review-values = Values
review-sum = Sum
fact-measurement = value
fact-target = personal target
fact-event = addition, deduction or veto
fact-person_record = particulars
fact-employment = employment
fact-membership = team
fact-team_record = team
fact-leave_of_absence = leave
fact-handover = book taken over
fact-indicator = indicator
fact-beginning = from the beginning
fact-withdrawn = withdrawn
field-value = value
field-own_value = without the inherited part
field-points = points
field-reason = reason
field-document = document
field-finding = finding
field-name = name
field-name_en = English name
field-position = position
field-email = e-mail
field-joined_on = joined
field-left_on = left
field-team_id = team
field-to_on = until
field-kind = kind
field-note = note
field-name_zh = Chinese name
field-unit = unit
field-direction = direction
field-measure = measure
field-aliases = aliases
kind-addition = addition
kind-deduction = deduction
kind-veto = veto
kind-annual = annual leave
kind-maternity = maternity leave
kind-injury = injury leave
kind-sick = sick leave
kind-other = other
finding-pending = pending
finding-exempt = exempt
finding-reduced = reduced
finding-confirmed = confirmed
cli-batch-line = batch { $batch }  { $kind }  { $file }  { $rows ->
    [one] 1 row
   *[other] { $rows } rows
}  { $status }  { $by }
cli-batch-decided = decided by { $by }
cli-batch-why = because: { $why }
cli-batch-none = There is no batch yet.
cli-batch-change = row { $row }  { $who }  { $what }: { $before } → { $after }
cli-batch-nothing = Nothing differs from what is stored.
cli-batch-effect = effect: { $period } { $who }  total { $before } → { $after }  rank { $was } → { $is }
cli-batch-no-effect = No total and no rank moves.
cli-undo = Batch { $of } undone by batch { $batch }, which waits for a second person.
cli-corrected = The correction is batch { $batch }, which waits for a second person.
cli-taken-over = { $by } answers for batch { $batch }; it waits for a second person.
cli-setup-rules = Schemes are checked by the rule set { $name }.
cli-setup = The branch is called { $zh } / { $en }.
errors-correct-fields = Write FIELD=VALUE, such as { $example }; { $kind } needs: { $fields }.
errors-correct-value = “{ $value }” is no value of { $field }.
errors-period-range = { $text } is no range of periods; write 2026-01..2026-08.
errors-publish-none = There is nothing to publish: every period that is over and holds data is published.
desk-kind-leave = leave
desk-kind-handovers = books taken over
batch-by-hand = entered by hand
batch-arrived = nobody answers for it yet
review-who = Whose
review-what = What
review-arrived = This file lay in the inbox and nobody answers for it yet. Whoever takes it over has compared it with its source; another person approves it.
review-take-over = I answer for it
review-taken-over = You answer for batch { $batch } now; another person approves it.
review-older = { $count } { $count ->
    [one] figure of this batch was
   *[other] figures of this batch were
} replaced by a batch that was brought later. Approving brings the older ones back.
review-anyway = The older figures are meant
undo-label = { $batch } · { $kind } · { $file }
correct-which = What
correct-event = Correct an addition, deduction or veto
correct-event-note = Other points, another finding, or taken back; a second person approves it.
correct-event-label = { $period } { $name }: { $kind }, { $reason }
correct-withdraw = It was never so: take it back
finding-none = none needed
desk-submit-rows = Submit for review ({ $count ->
    [one] 1 row
   *[other] { $count } rows
})
desk-submit-valid-rows = Submit only the { $count ->
    [one] 1 good row
   *[other] { $count } good rows
}
doubts-title = { $count } { $count ->
    [one] doubt
   *[other] doubts
} to decide
doubts-note = Nothing is guessed. Decide what you know; what is left open is not taken. The decision is kept with the batch. (First { $shown })
doubts-do = Decide as chosen
doubts-done = Decided; the file was judged again.
doubts-decided = { $count } { $count ->
    [one] doubt was
   *[other] doubts were
} decided by you.
doubts-forget = Take the decisions back
desk-again = This very file was brought as batch { $batch } already.
desk-again-do = It is meant once more
desk-judged-rows = **{ $rows ->
    [one] 1 row
   *[other] { $rows } rows
}** read, **{ $taken }** can be taken; { $held } held back for you to confirm, { $looked } to look at, { $mended } put right.
inbox-nothing = { $file }: a heading and no row; nothing to take.
