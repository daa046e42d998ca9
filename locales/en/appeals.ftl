# Appeals: a manager objects to a figure; somebody who did not make it decides
nav-appeals = Appeals
nav-my-appeals = My appeals
appeal = Appeal
appeals-title = Appeals
appeals-own-title = My appeals
appeals-own-empty = There is no result yet that could be appealed against.
appeals-own-none = You have not appealed, and for this period it is too late. Periods in notice can be chosen above.
appeals-sentence-none = Nobody has appealed. As soon as somebody does, it stands here with what granting it would change for everybody.
appeals-sentence-over = { $all ->
    [one] The only appeal is
   *[other] All { $all } appeals are
} decided.
appeals-sentence-open = { $open ->
    [one] One appeal is
   *[other] { $open } appeals are
} open; none of them waits for you.
appeals-sentence-mine = **{ $mine ->
    [one] One appeal waits
   *[other] { $mine } appeals wait
} for you**{ $late ->
    [0] {""}
    [one] , one of them late
   *[other] , { $late } of them late
}; { $open } open in all.
appeals-list = Appeals: { $open } open of { $all }
appeals-list-note = What waits for you first; a click opens one below
appeal-number = No.
appeal-state = Where it stands
appeal-reviewer = Reviewer
appeal-decide-by = Decide by
appeal-step-take = waits to be taken
appeal-step-decide = waits for your decision
appeal-step-confirm = waits for your confirmation
appeal-state-filed = filed
appeal-state-taken = under review
appeal-state-proposed = to be granted; waits for a second person
appeal-state-granted = granted
appeal-state-turned-down = turned down
appeal-state-withdrawn = withdrawn
appeal-title = Appeal { $number } · { $name } · { $period } · { $about }
appeal-figure = Which figure
appeal-figure-result = the result as a whole
appeal-figure-measurement = { $name }, { $period }: { $value }
appeal-figure-target = target of { $name }, { $period }: { $value }
appeal-figure-event = { $kind } “{ $said }”: { $value } points
appeal-about-measurement = { $name }
appeal-about-target = target of { $name }
appeal-about-event = { $kind } “{ $said }”
appeal-kind = What is wrong
appeal-kind-data = the data
appeal-kind-judgement = the judgement
appeal-kind-procedure = the procedure
appeal-kind-data-note = A number was recorded wrongly, is missing, or belongs to somebody else.
appeal-kind-judgement-note = Something was rated, or points were given or taken, in a way that you can show to be wrong.
appeal-kind-procedure-note = The rules of the process were not kept: notice, deadlines, who decided.
appeal-until-none = Results of **{ $period }** are not posted yet.
appeal-until-over = Results of **{ $period }** could be appealed against until { $last }.
appeal-until = You can appeal against your result of **{ $period }** until **{ $last }**: { $days ->
    [0] today is the last day
    [one] one working day left
   *[other] { $days } working days left
}.
appeal-unannounced = {" "}The state has not announced the holidays of { $years } yet; Monday to Friday are counted, so the day may still move.
appeal-new = File an appeal
appeal-new-note = It can only improve your result: whatever is found, nothing gets worse for you
appeal-wanted = What it should be
appeal-counterfactual-none = Change the number to see at once what your result would be.
appeal-counterfactual = With this number: { $said }.
appeal-counterfactual-worse = With this number your result would come to less than it is; what is published would stay.
appeal-own = total { $before } → **{ $after }**, rank { $before_rank } → { $after_rank }, grade { $before_grade } → { $after_grade }
appeal-says = Reason
appeal-says-example = For example: the loan of 8 October was booked for my colleague; the contract is attached
appeal-files = Proof (up to { $most } files of { $size } MB: PDF, picture, Word, Excel)
appeal-file = File the appeal
appeal-filed = Filed. Somebody who did not make the figure decides on it; you see here what happens.
appeal-copied = As it was filed
appeal-copied-what = What
appeal-copied-value = As it was filed
appeal-row-kind = Objection to
appeal-row-about = Figure
appeal-row-value = Counted as
appeal-row-wanted = Should be
appeal-row-batch = Row
appeal-row-batch-said = batch { $batch } ({ $file }), brought by { $by }, approved by { $approved }, { $at }
appeal-row-rule = Rules
appeal-row-rule-said = { $scheme } v{ $version }; result { $sha }
appeal-row-result = total { $total }, rank { $rank }, grade { $grade }
appeal-row-published = Published
appeal-row-asked = As asked for
appeal-row-says = Reason
appeal-happened = What happened
appeal-attached = Files
appeal-now-filed = Nobody has taken it yet
appeal-now-taken = { $reviewer } reviews it
appeal-now-proposed = To be granted; a second person has to confirm
appeal-days-left = {" "}· to be decided by { $until } ({ $days ->
    [0] today
    [one] one working day left
   *[other] { $days } working days left
})
appeal-days-late = {" "}· was to be decided by { $until }: { $days ->
    [one] one working day late
   *[other] { $days } working days late
}
appeal-ended-granted = Granted on { $on }, confirmed by { $by }: { $why }
appeal-ended-turned-down = Turned down on { $on } by { $by }: { $why }
appeal-ended-withdrawn = Withdrawn on { $on } by { $by }{ $why }
appeal-event-filed = filed it
appeal-event-taken = took it ({ $reviewer })
appeal-event-handed-on = gave it to { $reviewer }
appeal-event-asked = asked
appeal-event-answered = answered
appeal-event-proposed = proposed to grant it
appeal-event-sent-back = sent the proposal back
appeal-event-granted = confirmed it: granted
appeal-event-turned-down = turned it down
appeal-event-withdrawn = withdrew it
appeal-answer = Answer, or add something
appeal-answer-label = What you want to say
appeal-answered = Added.
appeal-withdraw = Withdraw
appeal-withdrawn = Withdrawn.
appeal-take = Take it
appeal-taken = You review it now.
appeal-give = Give it to somebody
appeal-give-whom = To whom
appeal-give-do = Give
appeal-given = Given on.
appeal-against-brought = You brought this figure, so somebody else decides on it.
appeal-against-approved = You approved this figure, so somebody else decides on it.
appeal-against-rated = You rated this person, so somebody else decides on it.
appeal-against-calibrated = You calibrated this rating, so somebody else decides on it.
appeal-against-other-brought = brought the figure
appeal-against-other-approved = approved the figure
appeal-against-other-rated = rated the person
appeal-against-other-calibrated = calibrated the rating
appeal-decide = Decide
appeal-decide-note = What granting would do is worked out from the published result and this one figure; a second person confirms
appeal-way = If it is granted
appeal-way-value = the figure becomes
appeal-way-back = it is taken back
appeal-way-none = nothing is corrected; what was wrong is put on record
appeal-value = New figure
appeal-without-correction = Granted without a correction of figures: what was wrong is put on record.
appeal-worse = With this number the result would come to less than what was published. An appeal makes nothing worse.
appeal-effect-own = { $name }: { $said }.
appeal-effect-others-no-worse = { $count ->
    [0] Nobody else's result changes.
    [one] One other result changes; by the scheme nobody gets worse.
   *[other] { $count } other results change; by the scheme nobody gets worse.
}
appeal-effect-others-posted = { $count ->
    [0] Nobody else's result changes.
    [one] One other result changes; by the scheme it is posted as it comes out.
   *[other] { $count } other results change; by the scheme they are posted as they come out.
}
appeal-effect-others-unchanged = By the scheme nobody else's result is touched.
appeal-effect-later = Also in { $periods }.
appeal-effect = Everybody whose result changes ({ $count })
appeal-before = Published
appeal-after = If granted
appeal-why = Reason of the decision
appeal-why-example = For example: the contract shows that the loan was granted by the appellant
appeal-propose = Propose to grant
appeal-proposed = Proposed. A second person has to confirm it.
appeal-turn-down = Turn down
appeal-turned-down = Turned down. The result stays as it is.
appeal-ask = Ask the person
appeal-ask-label = Question
appeal-asked = Asked; the person sees it on the own page.
appeal-confirm-title = Confirm
appeal-confirm-note = The figure is superseded by a counter-entry, and a new result stands beside the old one
appeal-confirm-not = Who proposed it cannot confirm it: a second person has to.
appeal-confirm = Grant it
appeal-granted = Granted. The new result is posted beside the old one.
appeal-send-back = Send back
appeal-send-back-label = Why
appeal-sent-back = Sent back to the reviewer.
board-appeals-open = { $count ->
    [one] 1 appeal
   *[other] { $count } appeals
}
challenges-title = { $count ->
    [one] One appeal is open
   *[other] { $count } appeals are open
}: best and worst case
challenges-note = Between which ends results lie until it is decided
challenges-nobody = No figure is named, so no result could change.
challenges-total = Total
challenges-unsure = With so many appeals each one alone and all together were tried, not every combination.
challenges-own = { $count ->
    [one] One appeal is
   *[other] { $count } appeals are
} open in this period. Until then your total lies in { $total }, your rank in { $rank }, your grade in { $grade }.
challenges-own-unranked = { $count ->
    [one] One appeal is
   *[other] { $count } appeals are
} open in this period. Until then your total lies in { $total }.
challenges-own-none = { $count ->
    [one] One appeal is
   *[other] { $count } appeals are
} open in this period; your result does not depend on it.
errors-appeal-unknown = There is no appeal { $appeal }.
errors-appeal-state = Appeal { $appeal } has moved on meanwhile ({ $state }); nothing was done. Look at it again.
errors-appeal-late = Results of { $period } cannot be appealed against any more, or not yet: the days for it count from the posting.
errors-appeal-figure = This figure is not in your result any more, or the number is none. Choose it again.
errors-appeal-again = An appeal about this figure is open already (no. { $appeal }). Add to that one.
errors-appeal-value = Say what the figure is to become; the result as a whole can only be granted without a correction.
errors-appeal-worse = With this number the result would come to less than what was published. An appeal makes nothing worse: grant another number, or turn it down.
errors-appeal-reviewer = { $name } made this figure and must not decide on it. Give it to somebody else.
errors-appeal-reviewer-unknown = Nobody who decides appeals has the name “{ $name }”.
errors-appeal-not-reviewer = Only who reviews the appeal can do this. Take it first.
errors-appeal-same-person = Who proposed it cannot confirm it: a second person has to.
errors-appeal-moved = Nothing was granted: something was stored while the effect was being worked out. Please try again.
errors-appeal-file = “{ $name }” cannot be added: PDF, PNG, JPEG, Word or Excel, undamaged.
errors-appeal-file-large = “{ $name }” is larger than { $most } MB.
errors-appeal-files = An appeal takes { $most } files at most.
errors-period-appeals-open = { $count ->
    [one] One appeal
   *[other] { $count } appeals
} of { $period } must be decided first; only then can the results become final.
review-appeals = { $count ->
    [one] An open appeal is
   *[other] { $count } open appeals are
} about what this changes (no. { $numbers }).
review-plans = { $count ->
    [one] An improvement plan has
   *[other] { $count } improvement plans have
} goals among these figures (no. { $numbers }).
period-posted = Differences posted since it was published ({ $count })
period-posted-note = What approved corrections would have changed; what is published stays until the period is opened again
period-posted-batch = Batch
period-posted-rank = Rank then
period-posted-grade = Grade then
period-result-appeal = Made for appeal { $number }; the one before stays on file
