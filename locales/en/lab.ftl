full-stop = .
lab-movers-empty = Nothing is changed yet. Move a slider, and whoever changes rank most ({ $shown } at most) is drawn here, before and after.
lab-lint-meaning = An error bars adoption, a warning needs a reason.
lab-version = v{ $version }
lab-and-more = { $listed } and others, { $count } in all
lab-sentence-errors = the checks find { $errors ->
    [one] 1 error
   *[other] { $errors } errors
}
lab-grades-same = nobody changes grade
lab-grade-moves = grades: { $listed }
lab-grade-moves-more = { $count } change grade: { $listed } …
lab-lost = { $names } { $count ->
    [one] loses
   *[other] lose
} the total
lab-gained = { $names } { $count ->
    [one] gains
   *[other] gain
} a total
lab-money = bonus pool { $before } → { $after } (CNY 10k, { $change })
lab-money-same = bonus pool { $after } (CNY 10k), unchanged
lab-money-label = Bonus pool (CNY 10k)
lab-assumed = { " " }(assumed base: CNY { $yuan } for a coefficient of 1)
lab-lost-count = Lose the total
lab-no-total = no total
lab-lost-status = { $n } lose the total
lab-gained-status = { $n } gain a total
lab-waits = updated when you let go
lab-outside = Only { $low } to { $high } is possible: the rest is locked and has no more to give.
lab-nothing-free = Everything else is locked and nothing can give way; unlock one first.
lab-no-number = Type a number from 0 to 100.
lab-held = { $name } is locked as typed; untick its box to free it
lab-whole = moves the class as a whole, in proportion inside
lab-band-locked = locked: unlock it to see how far it may move
lab-band-alone = everything else is locked: it cannot move, so there is no range
lab-band-bent = a scheme whose totals are no straight lines in the weights has no such range
lab-band-few = too few people are ranked for a range
lab-round = Round to { $step }
lab-round-help = Rounds the unlocked weights; the sum stays 100 and what is locked stays
lab-unlock = Unlock all
lab-anonymous-help = Stays on other pages and after a reload; places and totals go too, so that nobody can be matched
lab-hidden-note = Names are hidden. Codes are the same as long as the version is; places, totals and contributions are hidden too and only changes are shown, so that nobody can be matched with the leaderboard.
lab-not-published = not as published for { $period }
lab-corrected = { $count ->
    [one] 1 person's figures were corrected
   *[other] { $count } people's figures were corrected
} after publication: { $names }; the lab uses the corrected ones.
lab-other-version = It starts from v{ $start }; v{ $version } was published.
lab-unknown-start = The version or scenario in the link does not exist; { $start } is open instead.
lab-present = Present
lab-present-end = End presenting
lab-weight-before = Weight before
lab-weight-after = Weight in the trial
lab-nearest = Nearest pair: **{ $upper } / { $lower }** draw level when another { $points } points of weight change hands.
lab-firm-hidden = Not shown while names are hidden: everybody knows who comes first.
lab-fragile-more = { $count ->
    [one] 1 more pair changes places in over a quarter of the draws
   *[other] { $count } more pairs change places in over a quarter of the draws
}
lab-side-people = Everybody's total, rank and grade in each of them
lab-pay-set = Set the bonus base
lab-pay-change = Change the bonus base
lab-pay-base = Bonus base (CNY for a coefficient of 1, per person and period)
lab-pay-keep = Keep it
lab-pay-kept = The bonus base is kept; the pool is worked out with it.
errors-pay-base = The bonus base must be above 0 and at most CNY { $most }.
lab-trail = What was tried
lab-trail-note = A line whenever weights are let go: who, when, and what it would do; the last { $most } lines, each of which can be tried again. No decision, so not in the audit trail
lab-trail-show = Show the lines
lab-trail-none = Nobody has tried anything yet.
lab-trail-line = { $at } { $by } · from v{ $version } · { $period }
lab-trail-again = Try again
lab-trail-label = A note on this trial
lab-trail-example = e.g. the meeting leans towards this one
lab-trail-keep = Note
errors-trail-nothing = There is no trial to write a note on yet; move a weight first.
lab-nearest-level = Nearest pair: **{ $upper } / { $lower }** change places when less than 0.01 points of weight change hands.

cliffs = Where totals jump
cliffs-note = Where a hair's breadth of a figure moves a total, in points at each person's own weight; of expressions and conditions, as the engine scores either side of the line
cliffs-none = Nowhere does a hair's breadth of a figure move a total.
cliffs-on = What jumps
cliffs-place = Where
cliffs-done = How
cliffs-points = Usually (points)
cliffs-most = At most (points)
cliff-value = at { $at }
cliff-completion = at { $at }% of the target
cliff-excess = at { $at } over the target
cliff-between = { " " }to{ " " }
cliff-every = { $places }, every { $every }
cliff-by-rule = a step of the rule
cliff-by-formula = a branch of an expression
cliff-by-step = each whole step
