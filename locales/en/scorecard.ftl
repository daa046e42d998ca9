step-mean = sum of the contributions
step-sections = caps and joining of sections
step-conditions = conditions
step-entry = not ranked by a condition
step-rules = rules (sections, conditions)
step-additions = additions
step-deductions = deductions
step-cap = cap
step-floor = floor
step-veto = veto
step-held = kept after an appeal
bar-vetoed = veto
step-additions-limit = limit of additions
step-deductions-limit = limit of deductions
step-rounding = rounding
step-addition = addition
step-deduction = deduction
why-mean = The contributions of { $indicators } indicators added up
why-kinds = ; of these { $quantitative } measured (quantitative) and { $qualitative } rated by people (qualitative)
why-geometric = Weighted geometric mean of the indicators' scores
why-sections-sum = Points of a section beyond its cap do not count
why-sections-product = The sections are multiplied; this is the difference from adding up
why-additions-limit = The scheme allows { $limit } points of additions at most; the rest does not count
why-deductions-limit = The scheme takes off { $limit } points at most; the rest is not taken
why-cap = The total is { $limit } at most; the rest does not count
why-floor = The total is { $limit } at least
why-held = an appeal was granted; what was published before it is kept
why-veto = the total is { $ceiling } at most, the grade { $grade } at best
why-rounding = To { $decimals } decimals
why-unknown = What it rested on has been changed since publication; please ask the data officer
why-no-reason = No reason given
why-document = document { $document }
why-finding = finding: { $finding }
why-size = { " " }({ $points } points)
why-pending = { $reason }{ $size }; not counted
why-late = { $reason }{ $size }; recorded after publication, not counted in the published total
total-title = How { $total } came about: { $parts }
total-title-none = How the total comes about
total-mean = indicators { $points }
total-part = { $name } { $points }
total-note = Step by step in the scheme's order; rounded by largest remainders, so that the steps add up to the total
total-why = Rests on
total-points = Points
total-running = Total
total-caption = The total step by step
total-not-counted = not counted in the total

explain-apportioned = { " " }(was { $exact }, rounded by largest remainder)
origin-source = source: { $source }
origin-source-cut-off = source: { $source } (cut off at { $cutoff })
origin-batch = batch { $batch } "{ $file }", brought by { $by }, approved by { $reviewer }
origin-carried = carried from { $period }
origin-without-inherited = without bad loans taken over
origin-missing = no data came in for this person in this period; please ask the data officer
target-reference = target listed in the scheme; this rule does not divide by it
target-own = personal target { $target }
target-scheme = target of the scheme { $target }
target-leave = { $kind } { $first } to { $last }
target-days = × { $days } ÷ { $of ->
    [one] 1 day
   *[other] { $of } days
} present
target-days-leave = × { $days } ÷ { $of ->
    [one] 1 day
   *[other] { $of } days
} present ({ $leave })
target-joining = × { $share } protection of new joiners (joined { $joined })
target-not-rounded = ; in proportion, not rounded to whole ones
working-by = { $rule }: { $formula }
working-groups = ; groups: { $groups }
working-group = { $group } { $share }
working-none = no data, no score
working-stand-in = no data; counted as { $score } by the scheme
working-read = { $reading }; { $rest }
reading-completion = completion { $value } ÷ { $target } × 100 = { $read }
reading-completion-steps = completion { $value } ÷ { $target } × 100, in whole steps of { $steps } from 100: { $read }
reading-excess = over the target { $value } − { $target } = { $read }
reading-excess-steps = over the target { $value } − { $target }, in whole steps of { $steps }: { $read }
reading-value-steps = { $value } in whole steps of { $steps }: { $read }
working-granted-standard = no target; the scheme grants the standard score of { $score }
working-granted-highest = no target; the scheme grants the highest score of { $score }
bound-lowest = Was { $before }, at least { $held } on this indicator
bound-highest = Was { $before }, at most { $held } on this indicator
condition-asked = { $formula } ({ $figures })
condition-undecided = Whether { $asked } cannot be told, as data are missing; it does not count
condition-fails = { $asked } does not hold
condition-holds = { $asked } holds: { $done }
condition-at-least = at least { $amount }
condition-at-most = at most { $amount }
condition-multiply = times { $amount }
condition-add = plus { $amount }
condition-exclude = not ranked
condition-per = { " " }× { $per }
condition-reason = { " " }({ $reason })
formula-hidden = made by comparison with others
working-cap = ; was { $before }, capped at { $held }
working-floor = ; was { $before }, raised to the floor of { $held }
working-zero-below = ; completion under the threshold, floor of { $held }
working-peers = ; compared with everybody this period, so others' data move it
working-attainment = { $value } ÷ { $target } × 100
working-attainment-lower = 200 − { $value } ÷ { $target } × 100
working-deduction = { $start } − { $each } × { $value }
working-rising = { $start } + ({ $value } − { $left }) ÷ ({ $right } − { $left }) × { $span }
working-falling = { $start } − ({ $value } − { $left }) ÷ ({ $right } − { $left }) × { $span }
working-up-to = under { $edge }, scores { $score }
working-below = under { $edge }, scores { $score }
working-from = { $edge } or more, scores { $score }
working-within = { $lower } or more and under { $upper }, scores { $score }
working-at-most = { $edge } or less, scores { $score }
working-above = more than { $edge }, scores { $score }
working-within-right = more than { $lower } and up to { $upper }, scores { $score }
working-any = no bands, scores { $score }
working-around = { $standard } + { $each } × ({ $value } − { $reference })
working-around-lower = { $standard } − { $each } × ({ $value } − { $reference })
working-corridor = from { $low } to { $high }, scores { $score }
working-corridor-below = { $score } − { $each } × ({ $bound } − { $value })
working-corridor-above = { $score } − { $each } × ({ $value } − { $bound })
working-ratio = { $value } ÷ { $figure } × 100
working-ratio-lower = 200 − { $value } ÷ { $figure } × 100
working-place = rank { $place } of { $people }, scores { $score }
working-as-rated = the rating of { $value } is the score
working-direct = ({ $value } − { $low }) ÷ ({ $high } − { $low }) × 100
working-review = the groups' weighted result of { $value } is the score
working-all-equal = all alike, score { $score }
working-minmax = { $low } + ({ $value } − { $worst }) ÷ ({ $best } − { $worst }) × { $span }
working-minmax-lower = { $low } + ({ $worst } − { $value }) ÷ ({ $worst } − { $best }) × { $span }
working-zscore = { $mean } + { $sd } × ({ $value } − { $average }) ÷ { $deviation }
working-zscore-lower = { $mean } − { $sd } × ({ $value } − { $average }) ÷ { $deviation }
working-percentile = 100 × ({ $place } − 0.5) ÷ { $people }
rater-superior = superior
rater-peers = peers
rater-customers = customers
rater-subordinates = subordinates
rater-self = self
weight-scheme = weight in the scheme { $weight }
weight-given = ; as data are missing, { $size } of weight go to: { $names }
weight-taken = ; with { $size } of weight from what is missing: { $names }
weight-none = given to others

completion-none = not scored by completion
lost-nothing = nothing lost
peers-few = fewer than { $fewest ->
    [one] 1 person
   *[other] { $fewest } people
} in this position; not shown
peers-band = middle half of the same position: { $low } to { $high }; own score { $own }
scorecard-lines-note = The grey band is the middle half of the same position (no names), the line is you; click a row for the working, a heading to sort. Weights and points are rounded by largest remainders, so that they add up

scorecard-title = Scorecard · { $name }
scorecard-title-own = My scorecard · { $name }
last-period = { $cycle ->
    [month] last month
    [quarter] last quarter
    [half-year] last half-year
   *[year] last year
}
than-last = vs { $last }
opening-total = { $period }: **{ $total } points**
opening-none = { $period } has no total: { $reason }.
opening-grade = **grade { $grade }**
opening-rank = **rank { $rank }** of { $ranked }
opening-higher = { $size } points above { $last }
opening-lower = { $size } points below { $last }
opening-same = the same as { $last }
opening-end = { $said }.
opening-missing = { $count ->
    [one] 1 indicator has no data: { $names }.
   *[other] { $count } indicators have no data: { $names }.
}
opening-next = { $gap } points short of grade { $grade }.
opening-veto = **Veto**: { $reason }; the total falls from { $before } to { $total }.
status-vetoed = vetoed

change-title-none = Why the total changed
change-higher = Why { $size } points more than { $last }
change-lower = Why { $size } points fewer than { $last }
change-same = The same as { $last }: gains and losses cancel out
change-note = Split by indicator, nothing left over: { $steps } = { $total } ({ $before } to { $after }, rounded by largest remainders)
change-note-scheme = The scheme changed with this period, and the change holds its effect. Split by indicator, nothing left over: { $steps } = { $total } ({ $before } to { $after }, rounded by largest remainders)
change-other = { $indicators ->
    [one] 1 other indicator
   *[other] { $indicators } other indicators
}
change-gaps = missing data and their weight
change-limits = cap and floor
change-went = { $before } → { $after }
change-what = Step
change-points = Points
change-from-to = Before → after
uncompared-earliest = This is the earliest period; there is no earlier result to compare with.
uncompared-not-there = There is no result of { $last } for this person to compare with.
uncompared-no-total-then = There was no total { $last }, so there is nothing to compare with.
uncompared-no-total-now = There is no total in this period yet, so there is nothing to compare.
uncompared-not-additive = The scheme takes a geometric mean, which is not split by indicator.

lift-alone = Any one of these is enough:
lift-together = Several together, the least effort:
lift-or-together = Or several together, the least effort:
lift-more = { $name }: **{ $change }** more (to { $to })
lift-less = { $name }: **{ $change }** less (to { $to })
lift-grade-asks = **Grade { $grade } asks more**: { $asks }; here { $now }, which is not met.
lift-grade-undecided = **Grade { $grade } asks more**: { $asks }; data are missing ({ $now }), so it does not count as met.
lift-vetoed-title = No higher grade under a veto
lift-vetoed = Whatever the indicators, the total is { $ceiling } at most and the grade { $grade } at best. Whoever disputes the finding appeals while appeals are open.
percentage-points = percentage points
spark-alike = scores of the last 12 periods; periods under another rule are left out
opening-withheld = rank and grade wait until all data are in

trends-none = There is no total yet.
trends-best = The best of { $periods } periods was **{ $best } points** ({ $when }).
trends-best-since = Under the scheme of { $since } on, the best of { $periods } periods was **{ $best } points** ({ $when }); earlier ones were on another scale.
trends-total-note = The grey band is the middle half of everybody ranked; at a dotted line the scheme changed and with it the scale, so the line breaks
trends-indicator-note = Left the value (dashed: target), right the score; grey: the middle half of everybody, not drawn for what hardly happens
trend-band = { " " }(middle half { $low } to { $high })
trend-low = Middle half: from
trend-high = Middle half: to
in-unit = { $what } ({ $unit })
