# Pay runs, approvals, payroll files
errors-pay-moved = Something was stored while pay was being worked out. Try again.
errors-pay-not-final = { $period } is not final yet. Make it final on the page “Periods” first.
errors-pay-no-lines = The scheme of { $period } says nothing of pay. Pay can be run for periods of a scheme with pay lines.
errors-pay-run-open = Run { $run } of { $period } still waits for approval. Approve it, turn it down or withdraw it first.
errors-pay-nothing = Nothing differs from what is posted for { $period }: there is nothing to pay and nothing to take back.
errors-pay-run-unknown = There is no pay run { $run }.
errors-pay-run-over = Pay run { $run } is over; nothing more can be decided on it. Reload the page.
errors-pay-run-other = Pay run { $run } is not what you have read. Reload the page and read it again.
errors-pay-same-person = Pay run { $run } needs two people who did not propose it, each of them once. Somebody else has to decide.
errors-pay-not-proposer = Only who proposed pay run { $run } can withdraw it; others turn it down.
errors-pay-facts-moved = Since pay run { $run } was proposed, figures of { $period } were corrected, and it would pay something else by now. Turn it down or withdraw it, and propose a new one.
errors-pay-guarded = Pay run { $run } breaks bounds of the law ({ $rules }) and cannot be approved. They are listed on the page with what they rest on; mend the figures or the scheme and propose a new run.
errors-pay-note = A note or a reason may not be longer than { $most ->
    [one] one character
   *[other] { $most } characters
}.
errors-pay-person-unknown = There is no customer manager { $manager }.
errors-payroll-nothing = Nobody is to be paid anything since the last file.
review-pay = It changes what { $count ->
    [one] one person was
   *[other] { $count } people were
} paid for { $period }; the difference waits for the next pay run.
