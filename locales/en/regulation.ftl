### A scheme as a regulation: chapters, articles, and the sentences in them.

regulation-chapter = Chapter { $number }  { $title }
regulation-article = Article { $number }  { $text }
regulation-see = { "" } (see Article { $number })
regulation-chapter-general = General
regulation-chapter-indicators = Indicators and how they are scored
regulation-chapter-lists = Sections and positions
regulation-chapter-total = The total and the grades
regulation-chapter-people = Joiners, leave, handovers

## General
regulation-purpose = This scheme says by which indicators, weights and rules customer managers are appraised and how they are graded. The appraisal is { $cycle }.
regulation-authorised = It rests on the head office's authorisation { $reference } of { $day }, for { $scope }.
regulation-sum-sum-arithmetic = The full total is { $points } points: each indicator's score, 100 when it is full, times its weight, divided by 100; these are added up.
regulation-sum-sum-geometric = The full total is { $points } points: the weighted geometric mean of the indicators' scores, those below 1 taken as 1.
regulation-sum-product-arithmetic = The full total is { $points } points: 100 times the product of what each section scored out of its full points.
regulation-classes = The weights sum to { $points } points: { $parts }.
regulation-judged = Of these { $weight } are qualitative.
regulation-part = { $name } { $weight }

## One indicator
regulation-indicator = { $name } ({ $code }): { $class }, { $kind }, { $measure }.
regulation-unit = Unit: { $unit }.
regulation-direction-higher = Higher is better.
regulation-direction-lower = Lower is better.
regulation-weight = It weighs { $weight } points.
regulation-in-section = It counts in the section “{ $name }”.
regulation-frequency = It is measured { $cycle }; between: { $between }.
regulation-target-person = The target is { $target }; a personal target comes first.
regulation-target-scheme = The target is { $target } for everybody; personal targets are left aside.
regulation-target-personal = Targets are personal.
regulation-without-target-standard = Who has no target gets { $score } points.
regulation-without-target-highest = Who has no target gets the highest score, { $score } points.
regulation-without-target-not-due = For those who have no target it is not due.
regulation-on-completion = It is scored by completion, the percentage of the target.
regulation-on-excess = It is scored by the excess over the target.
regulation-steps-completion = Completion counts in whole steps of { $steps } from 100.
regulation-steps-excess = The excess counts in whole steps of { $steps } from 0.
regulation-steps-value = The value counts in whole steps of { $steps } from 0.
regulation-rule = Scored: { $rule }.
regulation-lowest = The score is at least { $score }.
regulation-highest = The score is at most { $score }.
regulation-compares = The score moves with the figures of others in the group.
regulation-source = Source: { $told }.
regulation-owner = Responsible: { $told }.
regulation-cut-off = Cut-off: { $told }.
regulation-anchors = Anchors: { $anchors }.

## Sections and lists for positions
regulation-section = Section “{ $name }”: { $indicators }; full { $points } points.
regulation-section-cap = It counts at most { $points } points.
regulation-scorer = It is filled in by { $scorer }.
regulation-profile = { $name } ({ $positions }) is weighed by: { $parts }. Other indicators are not theirs.
regulation-profile-targets = Their targets: { $parts }.
regulation-ranking-own = They are ranked among themselves.
regulation-ranking-common = They are ranked together with others.
regulation-others = People in other positions have the weights stated with each indicator.
regulation-no-others = The scheme does not apply to people in other positions.

## The total
regulation-missing = Where an indicator has no data: { $how }. With data for less than { $share } of the due weight there is no total and no rank.
regulation-limits = Approved additions count up to { $additions } points, deductions up to { $deductions }; the total lies between 0 and { $cap }.
regulation-rounding = Nothing is rounded on the way; the total is rounded half up to { $decimals } decimals.
regulation-veto = With a veto the total is at most { $ceiling }.
regulation-veto-grade = With a veto the total is at most { $ceiling } and the grade at best { $grade }.
regulation-ranks = Ranks follow the totals; equal totals share a rank.
regulation-ranks-ties = Ranks follow the totals; equal ones are parted by the scores of { $names } in turn, and share a rank if these are equal too.
regulation-grades = Grades: { $grades }.
regulation-quota = Who does not fit into a grade's quota, by rank, moves to the next one; with fewer than 10 people only the best grade's quota holds.

## People who come, are away, take over
regulation-joining = Until { $months ->
    [one] one month
   *[other] { $months } months
} after joining scores are shown, not ranked.
regulation-joining-targets = In the { $months ->
    [one] month
   *[other] { $months } months
} that follow targets count at { $factors } in turn.
regulation-leave = Leave scales the targets of additive indicators by the days present; maternity, injury and annual leave never lower a score.
regulation-handover = For { $months ->
    [one] one month
   *[other] { $months } months
} after a handover the receiver's risk indicators leave out inherited bad loans, where the data tells them apart.

## What is worked out, and what depends on conditions
regulation-chapter-measures = Measures that are worked out
regulation-chapter-conditions = Special provisions
regulation-measure = { $name } ({ $code }) = { $formula }.
regulation-start = Before the first period it counts as { $start }.
regulation-quantity = What is scored is { $formula }.
regulation-factor = The score is multiplied by { $formula }.
regulation-condition = Where { $when }, for { $subject }: { $done }.
regulation-reason = Reason: { $reason }.
regulation-entry = being appraised
regulation-grade = { $grade }.
regulation-grade-when = For { $grade } it must also be so that { $when }.

## What follows from a result
regulation-chapter-use = What follows from a result
regulation-appeal = Who disagrees with a result may appeal within { $days ->
    [one] one working day
   *[other] { $days } working days
} of its posting, naming the figure, judgement or procedure, with proof where there is any.
regulation-appeal-review = Somebody who had no part in the figure reviews it and answers in writing within { $days ->
    [one] one working day
   *[other] { $days } working days
}; whatever the answer, the result of whoever appeals cannot become worse.
regulation-others-no-worse = Where a granted appeal moves the ranks or scores of others, they are raised and never lowered.
regulation-others-posted = Where a granted appeal moves the ranks or scores of others, these are posted as they come out.
regulation-others-unchanged = A granted appeal changes the result of whoever appealed; those of others stay.
regulation-talk-grades = With a grade of { $grades } the superior talks with the person within { $days ->
    [one] one working day
   *[other] { $days } working days
} of the posting.
regulation-talk-falling = Where a total has fallen { $count ->
    [one] in one period
   *[other] { $count } periods in a row
} the superior talks with the person within { $days ->
    [one] one working day
   *[other] { $days } working days
} of the posting.
regulation-talk-record = The person confirms the record of the talk, or adds another view.
regulation-recognition = Told along with the results: { $told }. Nobody is listed as last.
regulation-recognition-none = Nothing is told beside the ranks; nobody is listed as last.
recognition-most-improved = most improved
recognition-personal-best = personal best
recognition-help-given = help given to colleagues
