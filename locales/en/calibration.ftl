# The calibration meeting: some ratings are looked at together before results are released
nav-calibration = Calibration
calibration-title = Calibration
calibration-none = There is nothing to calibrate yet. Ratings are calibrated here once a 360 review is closed and its results are drawn, before they are released.
calibration-sentence-none = **{ $campaign }** has { $ratings } ratings to look at, and nobody has asked for a second look; without objections it is released as it is.
calibration-sentence-some = **{ $campaign }**: { $cases ->
    [one] { $cases } rating is
   *[other] { $cases } ratings are
} looked at, { $changed } changed, { $pending ->
    [0] none undecided; it can be released
    [one] one undecided; it must be decided before the release
   *[other] { $pending } undecided; they must be decided before the release
}.
calibration-sentence-released = **{ $campaign }** is released and can no longer be calibrated; { $cases ->
    [one] { $cases } rating was
   *[other] { $cases } ratings were
} looked at, { $changed } changed.
calibration-raise = Ask for a second look
calibration-whom = About whom
calibration-measure = Which rating
calibration-rated-at = { $measure }: rated { $rated }
calibration-question = Why should it be looked at again?
calibration-question-example = For example: the superior of this team rates everybody high, against what the anchors describe
calibration-members = Who votes
calibration-do = Open the vote
calibration-raised = Done. Members vote blind first, then see each other's votes.
calibration-case = Case { $case } · { $name } · { $measure }
calibration-which = Which case
calibration-drawn = What was drawn
calibration-drawn-note = Each group as far as it may be known; ratings are on 0–100
calibration-cases = Ratings that are looked at
calibration-cases-note = What was rated is never overwritten; what is calibrated stands beside it
calibration-rated = Rated
calibration-value = Calibrated
calibration-state = Where it stands
calibration-state-open = Vote under way ({ $done } / { $all })
calibration-state-closed = Voted; no change proposed
calibration-state-short = Too few voted
calibration-state-called-off = Called off
calibration-state-proposed = Waits for a second person
calibration-state-confirmed = Calibrated
calibration-state-turned-down = Change turned down
calibration-asked = { $by } asked: { $question }
calibration-groups = What each group said
calibration-level = Level { $level } ({ $points } points)
calibration-vote = My vote
calibration-vote-note = Everybody votes alone; until { $until }, or until all are in, nobody sees another's vote. Yours can be changed until then
calibration-vote-value = What should the rating be (0–100)?
calibration-vote-do = Hand in the vote
calibration-voted = Your vote is in: { $value }.
calibration-vote-in = Your vote is in: { $value }. The last one counts.
calibration-vote-not-asked = You are not asked to vote on this one. { $done } of { $all } are in, until { $until }.
calibration-votes = The vote: median { $median }
calibration-votes-note = Rated { $rated }; members voted without seeing each other
calibration-votes-same = All members hold it to be { $value }, as rated. There is nothing to change.
calibration-member = Member
calibration-vote-given = Vote
calibration-change = Propose a change
calibration-change-note = A change needs a reason, an anchor that is quoted, and a second person who has not rated; no distribution is asked for
calibration-change-value = Change it to
calibration-change-value-help = Between the lowest vote, { $low }, and the highest, { $high }
calibration-change-item = Quote which item
calibration-change-level = Quote which level
calibration-change-why = Reason (facts that were seen)
calibration-change-do = Propose it
calibration-changed = Proposed; it waits for a second person.
calibration-proposed = { $by } proposes to change { $rated } to **{ $value }**: { $why }
calibration-quoted = By { $item }, level { $level }: “{ $anchor }”
calibration-confirm = Confirm the change
calibration-confirmed = Calibrated.
calibration-waits = It waits for another member who has not rated this person.
calibration-turn-down = Turn it down
calibration-turn-down-label = Why it is turned down
calibration-turned-down = Turned down; another change can be proposed.
calibration-result = Rated { $rated }, calibrated **{ $value }**; proposed by { $first }, confirmed by { $second }: { $why }
calibration-result-turned-down = { $by } turned down a change to { $value }: { $why }
calibration-result-kept = Nobody proposed a change; { $rated } counts, as rated.
calibration-result-short = { $done } of { $all } voted, fewer than the quorum of { $quorum }: { $rated } counts, as rated. It can be raised again.
calibration-result-called-off = Called off ({ $why }); { $rated } counts, as rated.
calibration-call-off = Call this one off
calibration-call-off-label = Why it is called off
calibration-called-off = Called off.
calibration-effect = What { $value } would do: { $count ->
    [0] no rank and no grade changes
    [one] one person's result changes
   *[other] the results of { $count } people change
}
calibration-effect-note = Tried on today's data and everything that was drawn; nothing is changed yet
calibration-effect-pool = Sum of the grade coefficients { $before } → { $after }
calibration-effect-published = The results of this period are published: they stay as they are until the period is opened again.
calibration-before = Now
calibration-after = Then
calibration-delta = Change
errors-calibration-nothing = { $manager } has no drawn rating for { $indicator }.
errors-calibration-again = This rating is being looked at, or was calibrated, already (case { $case }).
errors-calibration-unknown = There is no case { $case }.
errors-calibration-scale = A rating lies between 0 and 100; { $value } does not.
errors-calibration-decided = A change is proposed already; confirm it or turn it down first.
errors-calibration-same = That is the rating as it is; there is nothing to change.
errors-calibration-beyond = It can be changed to something between the lowest vote, { $low }, and the highest, { $high }.
errors-calibration-anchor = Quote an anchor of this rating's own items.
errors-calibration-nothing-proposed = No change is proposed.
errors-calibration-own = Another person confirms what you proposed.
errors-calibration-rater = You rated this person; somebody who did not has to confirm the change.
errors-calibration-pending = { $count ->
    [one] One rating is
   *[other] { $count } ratings are
} still to be decided (from case { $case } on) before results can be released.
