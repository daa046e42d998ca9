## Who heads which team
superiors-title = Heads of teams
superiors-note = A head talks with the members, signs improvement plans with them, and sees who has not signed for the scorecard. Teams without a head are the president's.
superiors-nobody = None (the president)
superiors-do = Save
superiors-done = Saved; this is recorded.
errors-superior-team = There is no team "{ $team }".
errors-superior-unknown = "{ $name }" is neither president nor of the committee, or the account is disabled, and cannot head a team.

## Signing for a result
receipt-asked = This result is posted; please check it and sign for receipt.
receipt-again = The result was corrected after you signed; please check it and sign again.
receipt-sign = Sign for receipt
receipt-what = You sign for the scorecard of result **{ $sha256 }**: that you have received and read it. Signing does not waive an appeal.
receipt-remark = Remark (may be left empty; read by you, the head of your team and the president)
receipt-do = Sign
receipt-done = Signed; this is recorded.
receipt-signed = Signed on { $at } (result { $sha256 }).
receipt-remarked = { " " }Remark: { $remark }
receipt-missing = Not signed for yet.
receipt-missing-again = Corrected after it was signed, and not signed again yet.
errors-receipt-remark = A remark has at most { $most ->
    [one] 1 character
   *[other] { $most } characters
}.
errors-receipt-not-posted = The results of { $period } are not posted, so there is nothing to sign for.
errors-receipt-other-sheet = The results of { $period } have just changed; look at them again before you sign.
errors-receipt-signed = The scorecard of { $period } is signed already.

## Attention
nav-attention = Attention
attention-title = Attention
attention-sentence = { $asks ->
    [0] Nothing waits for you
    [one] **1 thing** waits for you
   *[other] **{ $asks } things** wait for you
}; { $more ->
    [one] 1 more is worth a look
   *[other] { $more } more are worth a look
}.
attention-own = { $count ->
    [one] Shown is the 1 member
   *[other] Shown are the { $count } members
} of the teams that you head.
attention-heads-nobody = You head no team at present; shown is what waits for your decision.
attention-none = None of your people needs attention at present. Talks, signatures and turning risks are listed here once the next result is posted.
attention-none-of-nobody = Heads of teams are named by the president or the administrator on the page "Periods"; then matters of the members are listed here.
attention-decisions = To decide and to know ({ $count })
attention-decisions-note = Appeals, votes, weights, posting and notices, reviews, questions and comments; a line leads to where it is dealt with
attention-says = What it is
attention-do = Go to
attention-talks-overdue = Talks overdue: { $count }
attention-talks-overdue-note = People with whom the scheme asks for a talk that is past its day; a row leads to the record of talks
attention-talks-overdue-do = Talk ›
attention-talks-open = Talks due: { $count }
attention-talks-open-note = People with whom the scheme asks for a talk; a row leads to the record of talks
attention-talks-open-do = Talk ›
attention-talk-grade = grade { $grade }
attention-talk-falls = { $count ->
    [one] 1 period
   *[other] { $count } periods
} falling
attention-talk-late = due by { $until }, { $days ->
    [one] 1 working day
   *[other] { $days } working days
} late
attention-talk-until = talk by { $until }
attention-plans-ended = Improvement plans to be closed: { $count }
attention-plans-ended-note = Their time is over; say what came of them and why. A row leads to the plan
attention-plans-ended-do = Close it ›
attention-plan-ended = plan { $number } ended on { $day }
attention-plans-to-sign = Improvement plans for you to sign: { $count }
attention-plans-to-sign-note = A plan runs once both have signed; a row leads to it
attention-plans-to-sign-do = Sign ›
attention-plan-to-sign = plan { $number } asks for your signature
attention-plans-behind = Improvement plans behind: { $count }
attention-plans-behind-note = By the data less is done than the time that has gone by asks for; a row leads to the plan
attention-plans-behind-do = Plan ›
attention-plan-behind = { $indicator }: { $done } done, { $wanted } expected by now
attention-turning = { $period }, risk indicators turning: { $count }
attention-turning-note = An indicator of risk got worse than last period, by more than 3 times what it usually moves for the person (the median of the changes before); with fewer than 4 changes before nothing is said
attention-turning-do = Trend ›
attention-turned = { $indicator } { $before } → { $now }
attention-falling = Totals falling without a talk due: { $count }
attention-falling-note = Falling { $fewest ->
    [one] 1 period
   *[other] { $fewest } periods
} or more under one scheme; a row leads to feedback and growth
attention-falling-do = Person ›
attention-falls = { $count ->
    [one] 1 period
   *[other] { $count } periods
} falling
attention-unread = { $period }, not signed for: { $count }
attention-unread-note = Signed: { $signed } of { $due }; working days from the posting to the signature, median: { $median }; a row leads to the scorecard
attention-unread-do = Scorecard ›
attention-unread-since = { $days ->
    [0] posted less than a working day ago
    [one] posted 1 working day ago
   *[other] posted { $days } working days ago
}
attention-unread-again = to be signed again after a correction, { $days ->
    [one] 1 working day
   *[other] { $days } working days
} ago
attention-without = { $period }, without data: { $count }
attention-without-note = Due this period and nothing of them is there; a row leads to what is missing
attention-without-do = What is missing ›
attention-without-says = no data yet
attention-lacking = { $period }, with too little data: { $count }
attention-lacking-note = Some data, too little for a total; a row leads to what is missing
attention-lacking-do = What is missing ›
attention-lacking-says = coverage { $share }
attention-pace = { $period }, behind time: { $count }
attention-pace-note = Time gone { $gone }, targets met { $met }; the slowest indicator { $least }. Listed are people more than 5 percentage points behind time
attention-pace-do = Scorecard ›
attention-met = { $share } met
waiting-own-talk = The talk of { $day } asks you to confirm it, or to add another view
waiting-own-plan = Improvement plan { $number } asks for your signature
calendar-caveat = The holidays of { $years } are not announced yet: Monday to Friday count there, and the day may move.
own-waiting = Waiting for me
waiting-appeal-take = The appeal of { $who } ({ $period }) asks to be taken; to be decided by { $until }
waiting-appeal-decide = The appeal of { $who } ({ $period }) asks for your decision by { $until }
waiting-appeal-confirm = The appeal of { $who } ({ $period }) asks for your confirmation by { $until }
waiting-appeal-late = The appeal of { $who } ({ $period }) was to be decided by { $until } and waits for you
waiting-own-appeal = You can object to the result of { $period } until { $until } ({ $days ->
    [0] today is the last day
    [one] 1 working day left
   *[other] { $days } working days left
})
