# Findings of accountability, release of deferred pay, clawback, those who left
findings-title = { $count ->
   [one] One deduction or veto
  *[other] { $count } deductions and vetoes
 }, { $pending } pending
findings-note = Only what is reduced or confirmed counts; what is pending or exempt does not. A finding holds once a data officer has approved it; posted results are corrected by a difference and stay as they are.
findings-none = There are no deductions and no vetoes.
findings-list = Register of deductions and vetoes
findings-matter = Matter
finding-said = { $name } · { $period } · { $kind }: { $reason }
finding-kind = Kind
finding-reason = Reason
finding-points = Points
finding-state = Finding
finding-counts = Counts
finding-yes = counts
finding-no = does not
finding-document = Document
finding-document-example = Finding 2026-3
finding-why = Why
finding-late = pending for more than a year (since { $since })
finding-waits-short = { $state }; to become { $then }, waits for approval
finding-waits = To become “{ $state }” ({ $points } points): batch { $batch } waits for a data officer, and holds once approved.
finding-decide-note = A finding lessens and never adds; an exemption leaves nobody a lower score. Where the record is wrong, a data officer corrects it.
finding-means-pending = Not found yet, and does not count; to be closed within a year (金规〔2024〕11号; the regulator's own text prevails).
finding-means-exempt = Exempt for due diligence; does not count.
finding-means-reduced = Reduced; counts with the reduced points.
finding-means-confirmed = Confirmed; counts with the points given.
finding-record = Submit the finding
finding-recorded = Submitted; it holds once a data officer has approved it.
errors-finding-unknown = There is no such deduction or veto; it may have been taken back. Reload and choose again.
errors-finding-waits = A finding on this matter waits for approval (batch { $batch }). Let a data officer approve it first.
errors-finding-state = Choose pending, exempt, reduced or confirmed.
errors-finding-document = Give the number of the document that says so.
errors-finding-same = Neither the finding nor the points would change.
errors-finding-veto = A veto cannot be reduced: it stands (confirmed), or it does not (exempt).
errors-finding-points = A finding makes nothing heavier: the points lie between 0 and { $most }. Where the record is wrong, a data officer corrects it.
errors-finding-reduced = Reduced points are above 0 and below { $most }.

release-title = { $count ->
   [one] One instalment is due
  *[other] { $count } instalments are due
 }, { $amount } yuan
release-note = Risk is checked before any deferred pay is released: one person proposes to release, forfeit or postpone, another approves; then it is in the next payroll file.
release-none = No pay is deferred.
release-later = No deferred pay is due; the next comes due on { $day }.
release-list = Deferred pay that is due
release-instalment = Deferred pay
release-said = { $name } · { $period }, part { $number } of { $of } · { $amount } yuan
release-part = Part
release-amount = Amount (yuan)
release-due = Due on
release-against = What speaks against it
release-joint = {"; "}
release-against-nothing = nothing known
release-against-pending = A finding is pending in { $period }: { $reason }
release-against-deduction = { $points } points deducted in { $period }: { $reason }
release-against-veto = Veto in { $period }: { $reason }
release-against-plan = Improvement plan { $number } is under way
release-against-clawback = Pay of { $period } is clawed back (number { $number })
release-left = Left on { $day }
release-state = State
release-to-check = to be checked
release-to-approve = to { $verdict }, waits for approval
release-next-note = Deferred pay of those who left comes due and is checked like any other.
release-verdict = Proposal
release-verdict-release = release
release-verdict-forfeit = forfeit
release-verdict-postpone = postpone
release-means-release = All of it becomes payable with the next payroll file.
release-means-forfeit = It will not be paid; there must be a ground on record.
release-means-postpone = It is checked again on another day; the amount stays.
release-until = Postpone to
release-findings = What was found
release-findings-example = No new bad loans in the book; the audit objected to nothing
release-evidence = What it rests on
release-evidence-example = Audit letter 2026-2
release-propose = Submit for approval
release-proposed = Submitted; another person approves it.
release-check-said = { $by } proposed on { $at } to { $verdict }.
release-check-until = { $by } proposed on { $at } to postpone it to { $until }.
release-check-findings = Found: { $findings }
release-check-evidence = Rests on: { $evidence }
release-withdraw = Take back
release-withdrawn = Taken back.
release-approve = Approve: { $verdict }
release-approved = Approved.
release-turn-down = Turn down
release-turned-down = Turned down; it stays deferred.
release-why = Why
release-coming = Due later: { $amount } yuan
release-instalments = Instalments
release-earlier = { $count } decided
release-number = Number
release-by = Proposed by
release-decided = Decided by
release-end-approved = approved
release-end-turned-down = turned down
release-end-withdrawn = taken back
errors-check-verdict = Choose to release, forfeit or postpone.
errors-check-evidence = Say what the check rests on, such as the number of an audit letter.
errors-check-until = Choose a day after today.
errors-check-early = This deferred pay is not due before { $day }.
errors-check-nothing = Nothing of this instalment is held any more.
errors-check-waits = A check of this instalment waits for approval.
errors-check-unknown = There is no check { $number }.
errors-check-ended = Check { $number } is closed.
errors-check-same-person = Somebody else than who proposed it must decide.
errors-check-not-own = Only who proposed it can take it back.
errors-check-moved = The amount has changed since the check. Turn it down and check again.

clawback = Clawback
clawbacks-title = { $count ->
   [one] One clawback
  *[other] { $count } clawbacks
 }, { $open } open
clawbacks-note = Nothing is opened with an item missing. A second person's approval posts it; the person sees it at once and may object, and somebody who had no part in it decides.
clawbacks-none = Nothing was clawed back.
clawbacks-list = Clawbacks
clawback-title = Clawback { $number } · { $name } · { $period } · { $amount } yuan
clawback-number = Number
clawback-ratio = Ratio
clawback-amount = Amount (yuan)
clawback-state = State
clawback-until = Objections until
clawback-state-proposed = waits for approval
clawback-state-approved = clawed back
clawback-state-objected = objected to
clawback-state-upheld = objection upheld, returned
clawback-state-dismissed = objection dismissed
clawback-state-turned-down = turned down
clawback-state-withdrawn = taken back
clawback-now-proposed = Waits for a second person; once approved the person may object within { $days ->
    [one] one working day
   *[other] { $days } working days
}.
clawback-now-approved = Posted; the person may object until { $day }.
clawback-now-objected = The person has objected; somebody who had no part in it decides.
clawback-now-upheld = The objection was upheld, and what was decided is returned.
clawback-now-dismissed = The objection was dismissed; the clawback stands. Labour arbitration remains open.
clawback-now-turned-down = Turned down; nothing was posted.
clawback-now-withdrawn = Taken back by who opened it; nothing was posted.
clawback-item = Item
clawback-item-says = What it says
clawback-checklist = What a clawback needs
clawback-item-rule = Rule in force then
clawback-item-announced = Announced
clawback-item-receipt = Receipt signed
clawback-item-finding = Finding
clawback-item-evidence = Evidence
clawback-item-ratio = Ratio
clawback-item-appeal = Appeal
clawback-says-rule = { $code } version { $version }, { $article }; result { $sheet }
clawback-says-announced = { $on }, { $by }
clawback-says-receipt = { $on }, { $by }
clawback-says-finding = { $period }, { $kind }, { $state }: { $reason } ({ $document })
clawback-says-evidence = { $reference }; files attached: { $files }
clawback-says-ratio = { $ratio }: { $ground }
clawback-says-appeal = within { $days ->
    [one] one working day
   *[other] { $days } working days
} of the approval, to { $route }
clawback-by-in-notice = put before the staff
clawback-by-adopted = adopted
clawback-by-signed = signed on the dashboard
clawback-by-paper = on paper
clawback-lacks = Missing: { $missing }
clawback-missing-rule-article = the article that it rests on
clawback-missing-announced-on = a day of announcement before the period was over
clawback-missing-receipt-on = the day on which the person signed for the result
clawback-missing-finding-matter = a deduction or veto of the person
clawback-missing-finding-state = a finding that reduces or confirms
clawback-missing-finding-document = the number of the finding
clawback-missing-evidence-reference = where the evidence is
clawback-missing-evidence-files = files of evidence
clawback-missing-ratio-ratio = a ratio above 0 and up to 100 %
clawback-missing-ratio-ground = the ground of the ratio
clawback-missing-appeal-route = to whom the person can object
clawback-files = Evidence
clawback-happened = What happened
clawback-event-opened = opened, { $amount } yuan
clawback-event-approved = approved, { $amount } yuan clawed back
clawback-event-turned-down = turned down
clawback-event-withdrawn = taken back
clawback-event-objected = objected
clawback-event-upheld = objection upheld, { $amount } yuan returned
clawback-event-dismissed = objection dismissed
clawback-why = Why
clawback-withdraw = Take back
clawback-withdrawn = Taken back.
clawback-approve = Approve and post
clawback-approved = Posted. The person sees it now and may object.
clawback-turn-down = Turn down
clawback-turned-down = Turned down.
clawback-others-decide = Who opened or approved it does not decide on the objection; another member does.
clawback-return = Share returned (%)
clawback-uphold = Uphold and return
clawback-upheld = Decided and returned.
clawback-dismiss = Dismiss
clawback-dismissed = Decided; the clawback stands.
clawback-open = Open a clawback
clawback-open-note = Every item is checked; one that is missing blocks. What is on record fills itself in
clawback-open-nobody = No pay has been posted, so there is nothing to recover.
clawback-whom = Person
clawback-matter-none = Nothing was found that the person answers for: record a finding first
clawback-matter-choose = Choose
clawback-matter = { $period }, { $kind }: { $reason } ({ $document })
clawback-article = Article of the rules
clawback-article-example = Article 32
clawback-route = Objections go to
clawback-route-example = Trade union of the branch
clawback-ratio-field = Ratio (%)
clawback-ground = Ground of the ratio
clawback-ground-example = Minor responsibility; part of the loss was recovered
clawback-evidence = Where the evidence is
clawback-evidence-example = Audit report 2026-9
clawback-paper-announced = Rules announced on (by the paper)
clawback-paper-receipt = Receipt signed on (by the paper)
clawback-comes-to = { $lacking ->
   [0] Nothing is missing; { $amount } yuan would be clawed back.
   [one] One item is missing; by the ratio { $amount } yuan would be clawed back.
  *[other] { $lacking } items are missing; by the ratio { $amount } yuan would be clawed back.
 }
clawback-open-do = Submit for approval
clawback-opened = Submitted; another person approves it.
errors-clawback-missing = It cannot be opened: “{ $item }” lacks { $missing }.
errors-clawback-nothing = Nothing of this period's pay is left to recover.
errors-clawback-again = Pay of this period is being clawed back already (number { $number }).
errors-clawback-unknown = There is no clawback { $number }.
errors-clawback-state = Clawback { $number } stands elsewhere by now. Reload.
errors-clawback-same-person = Somebody else than who opened it must decide.
errors-clawback-not-own = Only who opened it can take it back.
errors-clawback-moved = Pay of the period has changed since. Take it back and open it again.
objection-file = Object
objection-says = Why you object
objection-filed = Your objection is filed. Somebody who had no part in it decides; this page will say how.
errors-objection-late = The days to object are over. Labour arbitration remains open.
errors-objection-share = The share is above 0 and up to 100 %.
errors-objection-same-person = Who opened or approved it does not decide on the objection.

leavers-title = { $count ->
   [one] One person who left still has deferred pay
  *[other] { $count } people who left still have deferred pay
 }
leavers-note = Leaving changes nothing about deferred pay: it comes due, is checked and paid. They see it by a one-time link or on paper.
leavers-left = Left on
leavers-held = Deferred (yuan)
leavers-link = Link
leavers-whom = Person
leavers-issue = Make a one-time link
leavers-issued = The link is made; it is shown this once.
leavers-days = Good for (days)
leavers-link-none = none made
leavers-link-used = opened on { $day }
leavers-link-until = good until { $day }
leavers-link-ready = One-time link of { $name }, good until { $until }. Give it to the person alone; it is not kept.
errors-pay-link-days = A link is good for 1 to { $most } days.
errors-pay-link-nobody = The person has not left, or nothing is deferred any more.
pay-link-title = Statement of pay
pay-link-note = Here you see your own pay and what is deferred of it.
pay-link-open = Open
pay-link-once = It opens once. Print or save it, and close the page.
pay-link-unknown = There is no such link
pay-link-unknown-next = See whether the link is whole. If it still does not open, ask the branch for another one.
pay-link-used = This link was used
pay-link-used-next = Each link opens once. To see it again, or if it was not you, turn to the branch.
pay-link-expired = This link has expired
pay-link-expired-next = Ask the branch for another one.
pay-link-later = It cannot be opened now
pay-link-later-next = The link is not used up; try again in some minutes.

waiting-pay-run = Pay of { $period } waits for your approval
waiting-pay-check = Deferred pay that is due waits for a check of risk: { $count }
waiting-pay-release = Checks of deferred pay wait for your approval: { $count }
waiting-clawback = The clawback of { $who }'s pay of { $period } waits for your approval
waiting-clawback-objection = { $who }'s objection to the clawback of { $period } waits for your decision
waiting-own-clawback = Pay of { $period } was clawed back; you can object until { $until }
