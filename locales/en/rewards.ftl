# Pay: working out, approving, paying, deferring, recovering
nav-pay = Pay by person
nav-my-pay = My pay
nav-rewards = Pay runs
nav-pay-totals = Pay overview

rewards-title = Pay runs
rewards-sentence-open = { $period } grants { $granted } yuan; nobody has proposed it yet.
rewards-sentence-waits = **The pay of { $period } waits for { $left ->
    [one] one more approval
   *[other] { $left } approvals
}**; { $difference } yuan are to be posted.
rewards-sentence-posted = { $period } grants { $granted } yuan; all of it is posted, nothing differs.
rewards-sentence-moved = **Results of { $period } were corrected after posting: { $difference } yuan are to be posted.**
rewards-sentence-payroll = What is posted goes to finance by payroll files; no movement is in two of them.
rewards-sentence-release = When deferred pay falls due, risk is checked; a second person confirms its release, postponement or forfeiture.
rewards-sentence-clawback = Clawback needs every item of its checklist and a second person; whoever is concerned can object.
rewards-sentence-findings = Deductions and vetoes count once accountability is found in full or in part; an exemption lowers no score.
rewards-none = No period can be paid yet: make one final on the page “Periods”; the scheme in force then has to have pay lines.
rewards-part = Show
rewards-part-run = Run and approve
rewards-part-payroll = Payroll files
rewards-part-release = Deferred pay
rewards-part-clawback = Clawback
rewards-part-findings = Accountability

pay-granted = Granted
pay-now = Paid now
pay-held = Deferred
pay-difference = To be posted
pay-difference-note = beside what the ledger has
pay-people = People paid
pay-mean = Granted per head
pay-against = from { $period }
pay-change-last = From last period
pay-group-none = not given

pay-to-propose = This period's pay has not been proposed
pay-to-propose-note = Two others approve; the second approval posts it. Look at the points to check first
pay-propose = Propose for approval
pay-propose-note = Note (optional)
pay-proposed = Proposed. Two others are to approve it.
pay-run-waits = { $left ->
    [one] One approval is missing
   *[other] { $left } approvals are missing
}
pay-run-waits-note = What is approved is this very content (hash { $sha256 }); if facts change, it has to be proposed anew
pay-run-proposed-by = Proposed by { $by } on { $at }; note: { $note }
pay-run-approved-by = Approved by { $by }; remark: { $why }
pay-own-run = You proposed this run; two others approve it.
pay-approved-already = You have approved it; one more person has to.
pay-approve = Approve
pay-approve-why = Remark (optional)
pay-approved = Approved; the second approval posts it.
pay-turn-down = Turn down
pay-turned-down = Turned down.
pay-withdraw = Withdraw
pay-withdrawn = Withdrawn.
pay-why = Reason

pay-notable = { $count ->
    [one] One point to check
   *[other] { $count } points to check
}
pay-notable-none = Nothing unusual to check
pay-notable-note = Missing figures, more than half up or down, people who left or are not in the run any more
pay-notable-what = What
pay-sign-missing = A figure of “{ $line }” is missing; it gives 0
pay-sign-far = { $change } from the period before
pay-sign-left = has left and is granted pay
pay-sign-gone = was paid for the period and is not in this run
pay-lines = What each line pays (version { $version } of the scheme)
pay-lines-note = Each amount is rounded to the fen, half up; pools are shared out to the fen by largest remainder
pay-line = Pay line
pay-line-kind = How
pay-line-missing = a figure is missing
pay-line-held = { $held } of it deferred
pay-groups = By team, post and grade
pay-groups-note = Largest sum first; per head counts those who are granted anything
pay-everybody = Everybody's pay ({ $count })
pay-everybody-note = Click a row for its lines; in yuan
pay-runs = Runs so far ({ $count })
pay-runs-note = From the second run of a period on only differences are posted
pay-run-number = Run
pay-run-state = State
pay-run-by = Proposed by
pay-run-at = Proposed on
pay-run-approvals = Approved by
pay-run-note = Note
pay-run-state-proposed = waits for approval
pay-run-state-approved = approved by one
pay-run-state-posted = posted
pay-run-state-turned-down = turned down
pay-run-state-withdrawn = withdrawn

payroll-waiting = { $people ->
    [one] One person
   *[other] { $people } people
} to be paid { $total } yuan
payroll-nothing = Nothing is to be paid at present
payroll-waiting-note = Everything that was posted to be paid since the last file; no movement is in two files
payroll-make = Make the payroll file
payroll-made = The payroll file is made; download it below.
payroll-carried = Carried over
payroll-carried-told = { $people ->
    [one] One person owes
   *[other] { $people } people owe
} more than is due; the difference is carried to the next file:
payroll-brought = Carried over
payroll-amount = To be paid
payroll-total = Total
payroll-files = Payroll files ({ $count })
payroll-files-note = Hand the control totals to finance together with the file
payroll-files-none = There is no file yet. Make one above when something is to be paid.
payroll-number = Number
payroll-at = Made on
payroll-by = Made by
payroll-hash = Hash
payroll-download = Download file { $number }
payroll-title = Payroll { $number }
payroll-movements = Movements { $number }
payroll-kind = Kind
payroll-paid = Where
payroll-in-file = paid by this file
payroll-control-people = People: { $people }
payroll-control-total = Total: { $total } yuan
payroll-control-hash = Hash: { $sha256 }

pay-entry-granted = granted
pay-entry-advanced = advanced
pay-entry-settled = paid now
pay-entry-held = deferred
pay-entry-released = released
pay-entry-forfeited = forfeited
pay-entry-clawed-back = clawed back
pay-entry-returned = returned

pay-title = My pay
pay-none = There is no pay on record yet. Once a period is final and two people have approved its pay, every item, what was paid and what is deferred stand here.
pay-totals-title = Pay overview
pay-totals-none = No pay has been posted yet. Once two people have approved it, totals, deferral and recoveries stand here.

pay-title-of = Pay of { $name }
pay-sentence = { $granted } yuan were granted so far, { $paid } paid.
pay-sentence-held = { $granted } yuan were granted so far, { $paid } paid; { $held } are deferred, the next part may be released from { $due }.
pay-granted-so-far = Granted so far
pay-paid = Paid
pay-forfeited = Forfeited
pay-clawed-back = Clawed back
pay-taken-back = Forfeited, recovered
pay-taken-back-note = each with its document
pay-waiting = Next payroll
pay-waiting-note = posted, in no payroll file yet
pay-next-due = next from { $day }
pay-periods = Pay by period ({ $count })
pay-periods-note = Click a row to see below how it came about, what is deferred and the entries; granted = paid + deferred + forfeited + clawed back
pay-how = How the { $granted } yuan of { $period } came about
pay-how-note = Click a line for its arithmetic and the figures that it rests on
pay-how-moved = Figures were corrected since: amounts are as posted, the arithmetic uses the corrected figures; the next run posts the difference
pay-working = Arithmetic
pay-reads = measure { $code }
pay-instalments = Deferred: { $held } yuan not released yet
pay-instalments-none = Nothing of this period is deferred
pay-instalments-note = Equal parts a year, never more at first; each is released after a check of the risk
pay-instalment = Part
pay-instalment-amount = Amount
pay-due = From
pay-instalment-held = not due yet
pay-instalment-due = due, to be checked
pay-instalment-released = released
pay-instalment-forfeited = forfeited
pay-instalment-clawed-back = clawed back
pay-entries = Entries ({ $count })
pay-entries-note = Added, never changed: each says what it was posted for
pay-entry-at = Posted on
pay-entry-document = For
payroll-amount-short = Amount
pay-document-run = run { $number }
pay-document-check = risk check { $number }
pay-document-clawback = clawback { $number }
pay-document-return = return { $number }
pay-totals-waits = **{ $waiting ->
    [one] One pay run waits
   *[other] { $waiting } pay runs wait
} for approval.** { $granted } yuan were granted so far, { $held } of them deferred.
pay-totals-all = { $granted } yuan were granted so far, { $held } of them deferred; no run waits for approval.
pay-run-of = { $period }, run { $number }
pay-by-period = What each period cost, and where it stands
pay-by-period-note = One bar is what a period granted, in units of 10,000 yuan
pay-wan = 10,000 yuan
pay-few = Groups of fewer than three
pay-groups-all = Largest sum first
pay-groups-safe = Groups of fewer than three are shown together; nobody's own pay is shown
pay-individuals = The president sees individual pay
pay-individuals-note = Otherwise totals only
pay-individuals-saved = Saved.
pay-corrected = { $period } was corrected after it was posted: the pay of { $people } people differs by { $difference } yuan in all; run it again.
pay-somebody = somebody
pay-run-sums = Granted { $granted } yuan (people: { $people }), { $now } paid now and { $held } deferred; { $difference } are to be posted.
pay-how-open = The period is open again: its arithmetic is shown once it is posted anew; amounts are as posted
