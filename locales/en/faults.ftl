### What is wrong with a scheme, a value or a judgement: fault-KEY, as `scoring.errors.Fault` names it.

## A scheme file
fault-toml = The scheme file is not valid TOML: { $detail }.
fault-unknown-key = Unknown key “{ $name }” in { $where }.
fault-missing-key = { $where } lacks “{ $name }”.
fault-wrong-type = “{ $name }” of { $where } must be { $expected }, not { $value }.
fault-not-one-of = “{ $name }” of { $where } cannot be { $value }; choose one of { $choices }.
fault-out-of-range = “{ $name }” of { $where } is { $value }; it must lie between { $low } and { $high }.
fault-weight-missing = Indicator { $where } has no weight.
fault-weight-negative = The weight of indicator { $where } is negative ({ $value }).
fault-weight-sum = The weights sum to { $total }; they must sum to { $points }.
fault-weight-sum-of = The weights of the list { $where } sum to { $total }; they must sum to { $points }.
fault-duplicate-entry = The code { $where } stands twice among “{ $name }”.
fault-unknown-section = Indicator { $where } is in section “{ $value }”, which the scheme does not have; it has: { $choices }.
fault-product-section = Where sections are multiplied (combine = "product"), every indicator needs one; { $where } has no section.
fault-product-points = Where sections are multiplied, the points of { $where } must be 100, not { $value }.
fault-product-geometric = Where sections are multiplied, the aggregation of { $where } must be arithmetic.
fault-position-twice = The position “{ $where }” stands in two lists of weights; it can be in one only.
fault-unknown-indicator-in = “{ $where }” names the indicator { $value }, which the scheme does not have.
fault-effect-one = “then” of { $where } must say exactly one of { $choices }.
fault-exclude-true = “exclude” of { $where } can only be true.
fault-condition-on = There is nothing called “{ $where }” for a condition to be on; choose one of { $choices }.
fault-condition-exclude = { $where }: “exclude” is for the entry alone, and the entry takes nothing else.
fault-condition-per = { $where }: “per” goes with “add” only.
fault-target-circle = Targets that are worked out lean on each other in a circle: { $circle }.
fault-derived-indicator = { $where } is the code of an indicator; a derived measure needs a code of its own, which the indicator may read by quantity = "CODE".
fault-condition-circle = Conditions lean on each other in a circle: { $circle }.
fault-grade-when-last = The lowest grade { $where } cannot have a condition (when); somebody would be left without a grade.
fault-formula-number-wanted = { $where } must give a number; it is a condition.
fault-formula-condition-wanted = { $where } must be a condition (such as A >= 10); it gives a number.
fault-formula-no-period = { $where } asks for the month or for earlier periods, but nothing says which period is scored.
fault-steps-positive = The steps of indicator { $where } must be above 0, not { $value }.
fault-bounds-order = “lowest” of indicator { $where } must be below its “highest”.
fault-on-excess = The rule of indicator { $where } divides by the target and cannot read the excess over it (on = "excess"); use on = "completion", or another rule.
fault-highest-none = Indicator { $where } grants the highest score where there is no target, but its rule has none; give “highest”, or the rule a cap.
fault-no-indicators = The scheme has no indicators.
fault-duplicate-indicator = Indicator { $where } stands in the scheme twice.
fault-duplicate-grade = Grade { $where } stands in the scheme twice.
fault-grade-order = Grades must run from the best down: { $where } starts at { $value }, not below the one before.
fault-unknown-class = Indicator { $where } is in class “{ $value }”, which is not one of { $choices }.
fault-unknown-indicator = The scheme has no indicator { $where }.
fault-talk-grade = The grade “{ $value }” that asks for a talk is not one of the scheme's grades: { $choices }.
fault-veto-grade = The grade “{ $value }” of the veto is not one of the scheme's grades.
fault-target-positive = Indicator { $where } divides by its target, which must be above 0, not { $value }. For a target of 0 or below, score the value itself by a piecewise rule, or take another base.
fault-not-finite = “{ $name }” of { $where } is no number, or too large to be meant.
fault-rule-direction = The rule of indicator { $where } goes against its direction: { $detail }.
fault-rule-parameters = The rule of indicator { $where } cannot work: { $detail }.

## An expression
fault-formula-expected = { $where }: at character { $at } stands { $found }, where { $expected } is expected.
fault-formula-function = { $where }: at character { $at }, there is no function “{ $name }”. { $near }
fault-formula-name = { $where }: at character { $at }, there is no { $what } “{ $name }”. { $near }
fault-formula-not-here = { $where }: at character { $at }, { $what } cannot be read in this place.
fault-formula-past-result = { $where }: at character { $at }, { $name }(…) stands inside a function of time; of earlier periods measures and targets can be read, results cannot.
fault-formula-large = { $where }: at character { $at }, the number { $found } is too large to be meant.
fault-formula-long = { $where }: the expression is { $length } long, where { $limit } is the limit (in characters). Give parts of it a code of their own as derived measures.
fault-formula-deep = { $where }: at character { $at }, operations stand more than { $limit } deep inside one another. Give parts of the expression a code of their own as derived measures.
fault-formula-circle = Derived measures read each other in a circle: { $circle }. A measure may read only its own past, by previous({ $where }).
fault-formula-size = Written out, the scheme's expressions have { $nodes } parts; { $limit } are the limit.

## Targets and measured values
fault-target-none = Indicator { $where } is scored against a target, but the scheme gives no target and nobody has one that will do; import personal targets or give one in the scheme. For a plan of 0 or below, score the value itself by a piecewise rule, or take another base.
fault-no-position = Of { $where } no position is known, and the scheme has no list of weights for everybody; bring the positions with the staff list.
fault-no-profile = { $where } holds the position “{ $position }”, which no list of weights names, and the scheme has none for everybody; record the position, or give it a list.
fault-measurement-undefined = { $person } cannot be scored on { $where }: what everybody is held against is 0; it counts as missing.
fault-target-needed = { $person } has no target for { $where }, which is scored against one, so it counts as missing; import a personal target or give one in the scheme.
fault-measurement-target = The target of { $person } for { $where } is { $value }; attainment needs one above 0, so it counts as missing. For a plan of 0 or below, score the value itself by a piecewise rule, or take another base.
fault-measurement-scale = The value { $value } of { $person } for { $where } is outside the scale { $low }–{ $high }; it was left out and counts as missing.
fault-measurement-large = { $person } has the figure { $value } for { $where }, too large to be meant; it was left out and counts as missing.
fault-measurement-infinite = The value of { $person } for { $where } is not a finite number.
fault-measurement-shape = { $where } has shape { $value }; it must be { $expected }.
fault-measurement-duplicate = { $where } stands in the measurements twice.

## Weights, bounds and judgements
fault-locked-too-high = The locked and set weights sum to { $total }, which is more than 100.
fault-nothing-to-move = Every other weight is locked, so the sum cannot be kept at 100 (it would be { $total }).
fault-weight-bounds = The weight { $value } of indicator { $where } is outside its bounds { $low }–{ $high }.
fault-bounds-no-room = Within their bounds the other weights can sum to { $low }–{ $high }, not to { $left }.
fault-criteria-names = There are { $given } names; there must be { $count } different ones.
fault-matrix-shape = The table has shape { $shape }; it needs at least two rows and two columns of figures.
fault-figure-large = { $value } is too large to be meant; it cannot be analysed.
fault-matrix-gap = Row { $row } has no figure for “{ $where }”.
fault-judgements-shape = Judgements must form a square matrix, not { $shape }.
fault-judgement-positive = The judgement { $where } is { $value }; it must be above 0.
fault-judgement-reciprocal = The judgement { $where } is { $value } but { $other } the other way round; they must be reciprocal.
fault-judgements-unlinked = Too few judgements: some criteria are not linked to the others, so there are no weights.
fault-best-worst-shape = There { $best ->
    [one] is 1 comparison
   *[other] are { $best } comparisons
} with the best and { $worst } with the worst; they must be as many, at least two.
fault-best-worst-below-one = A comparison of “{ $where }” is below 1: nothing is above the best or below the worst.
fault-best-worst-no-one = The best compared with itself, and the worst with itself, must be 1; none is.
fault-entropy-negative = Row { $row } of “{ $where }” is { $value }; entropy weights need values of 0 or more.
fault-no-variation = All are alike on every criterion; the data say nothing about weights.
fault-no-conflict = All criteria order everybody alike; there is no conflict to weigh.
fault-points-negative = Points must not be negative or missing, and not all of them 0.

## Analyses
fault-scores-incomplete = Some scores are missing; leave those people out or complete them first.
fault-no-straight-lines = The totals of this scheme do not move in straight lines with a weight (geometric mean, capped or multiplied sections, lists for positions and the like); this analysis does not apply. See what sampling gives instead.
fault-too-few-ranked = Only { $count ->
    [one] 1 person
   *[other] { $count } people
} are ranked; there must be two.
fault-top-range = The first { $value }: choose at least 1 and fewer than the { $count ->
    [one] 1 person
   *[other] { $count } people
}.
fault-flip-not-ahead = The upper person is not ahead.

## Ratings
fault-ratings-none = There are no ratings.
fault-ratings-unconnected = Raters and ratees fall into groups that share nobody; their strictness cannot be compared.
fault-ratings-too-few = Only { $ratees ->
    [one] 1 person
   *[other] { $ratees } people
} and { $raters ->
    [one] 1 rater
   *[other] { $raters } raters
} have complete ratings; there must be two of each.

## Backtests
fault-look-ahead = “{ $where }” became known on { $known } and cannot enter a decision of { $decided }; a later outcome can test a score but not be part of it.
fault-outcome-too-early = The outcome of { $outcome } is not later than the decision of { $decided }; it cannot test it.

## What is wrong with a rule: parts of a sentence
rule-fault-floor-cap = the floor must be below the cap
rule-fault-zero-below-negative = zero_below cannot be negative
rule-fault-points-few = piecewise needs at least two points
rule-fault-points-order = the points' x must ascend
rule-fault-points-thrice = an x may stand twice at the most
rule-fault-bands-scores = bands need one more score than edges
rule-fault-bands-order = the edges must ascend
rule-fault-per-unit = per_unit must be above 0
rule-fault-floor-start = the floor must be below the start
rule-fault-floor-score = the floor must be below the score inside the corridor
rule-fault-corridor-order = the corridor's low must not lie above its high
rule-fault-corridor-per-unit = what is taken off per unit cannot be negative
rule-fault-table-empty = the table needs at least one score
rule-fault-table-rises = a later rank cannot score more
rule-fault-scale-order = the scale must ascend
rule-fault-range-order = the range must ascend
rule-fault-sd = sd must be above 0
rule-fault-ddof = ddof must be 0 or 1
rule-fault-rater-weights = the rater groups' weights must be positive
rule-fault-trim = trim must be 0 or 1
rule-fault-scores-fall = higher is better, yet the scores fall
rule-fault-scores-rise = lower is better, yet the scores rise
rule-fault-zero-below-lower = zero_below leaves only the floor to whoever attains too little and fits where higher is better; where lower is better, use a piecewise rule that says from which value on the score is 0
rule-fault-deduction-higher = a deduction fits only where lower is better
rule-fault-rated-lower = a direct score fits only where higher is better

## What a key of a scheme file should hold: parts of a sentence
expected-number = a number
expected-integer = a whole number
expected-text = text
expected-table = a table
expected-list = a list
expected-date = a date
