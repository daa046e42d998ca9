list-joint = { ", " }
comma-joint = { ", " }
sentence-joint = { " " }
clause-joint = { "; " }

cycle-month = monthly
cycle-quarter = quarterly
cycle-half-year = half-yearly
cycle-year = yearly
scheme-status-proposed = under discussion
scheme-status-in-notice = in notice

schemes-sentence = { $versions ->
    [one] 1 version
   *[other] { $versions } versions
}, { $drafts ->
    [0] no draft
    [one] 1 of them a draft
   *[other] { $drafts } of them drafts
}. Nothing changes an adopted version.
schemes-lacking = **{ $name }** is to begin in { $start } and still lacks: { $lacking }.
schemes-ready = **{ $name }** is to begin in { $start }; every requirement is met and it can be adopted.
schemes-versions-note = Newest first; click a row to see the version. Each period is scored by the version in force at the time
schemes-difference = What { $version } changes
schemes-articles = The scheme in articles
schemes-difference-note = Item by item; weights in points
diff-nothing = none
diff-added = new indicator **{ $name }**, weight { $after }
diff-removed = **{ $name }** is dropped (weight { $before })
diff-of-indicator = **{ $name }**: { $what } { $before } → { $after }
diff-of-scheme = { $what }: { $before } → { $after }
diff-veto = ceiling { $ceiling }, at best grade { $grade }
diff-protection = { $months ->
    [one] 1 month
   *[other] { $months } months
} unranked, then targets at { $factors }
diff-grade = { $grade } from { $start }
diff-grade-coefficient = coefficient { $coefficient }
diff-grade-quota = at most { $quota }
diff-rule-with = { $kind } ({ $parts })
diff-field-cycle = appraisal cycle
diff-field-aggregation = aggregation
diff-field-missing = missing values
diff-field-minimum_coverage = minimum data coverage
diff-field-decimals = decimals
diff-field-cap = cap of the total
diff-field-additions_limit = limit of additions
diff-field-deductions_limit = limit of deductions
diff-field-veto = veto
diff-field-grades = grades
diff-field-tie_breakers = tie-breakers
diff-field-protection = protection of new joiners
diff-field-handover_months = months in which inherited bad loans do not count
diff-field-appeal_days = working days to appeal
diff-field-review_days = working days to answer an appeal
diff-field-others = others, where an appeal is granted
diff-field-talk_grades = grades that ask for a talk
diff-field-talk_days = working days until the talk
diff-field-falling = periods of falling that ask for a talk
diff-field-recognition = told beside the ranks
diff-talk-grades-usual = those with a coefficient below 1
others-no-worse = raised, never lowered
others-posted = posted as they come out
others-unchanged = stay as they are
diff-field-name = name
diff-field-weight = weight
diff-field-rule = scoring rule
diff-field-class = class
diff-field-direction = direction
diff-field-family = family
diff-field-dimension = dimension
diff-field-kind = kind
diff-field-unit = unit
diff-field-measure = measure
diff-field-target = target
diff-field-frequency = frequency
diff-field-between = between its dates
diff-field-source = source
diff-field-owner = owner
diff-field-cut_off = cut-off
diff-field-anchors = rating anchors
diff-field-points = full points
diff-field-combine = sections combined
diff-field-sections = sections
diff-field-profiles = lists for positions
diff-field-derived = derived measures
diff-field-conditions = conditions
diff-field-on = scored by
diff-field-steps = whole steps
diff-field-without_target = without a target
diff-field-target_from = targets from
diff-field-lowest = lowest score
diff-field-highest = highest score
diff-field-section = section
diff-field-quantity = what is scored
diff-field-target_formula = target by formula
diff-field-factor = factor of the score
combine-sum = added
combine-product = multiplied
on-value = the value
on-completion = completion
on-excess = the excess over the target
without_target-refuse = no score
without_target-standard = 100 points
without_target-highest = the highest score
without_target-not-due = not due
target_from-person = people first
target_from-scheme = the scheme
aggregation-arithmetic = weighted mean
aggregation-geometric = weighted geometric mean
missing-redistribute-in-class = weight shared out within the class
missing-redistribute = weight shared out over all indicators
missing-zero = counts as 0
missing-cohort-median = counts as the median of all
missing-block = no total
direction-higher = higher is better
direction-lower = lower is better
measure-flow = flow
measure-daily-average = daily average
measure-point-in-time = point in time
measure-ratio = ratio
measure-rating = rating
measure-count = count
measure-rank = rank
measure-share = share
kind-quantitative = quantitative
kind-qualitative = qualitative
between-carry = last value stands
between-not-due = not appraised
dimension-results = results
dimension-capability = capability
dimension-attitude = attitude
family-business = business growth
family-new-customers = new customers
family-compliance = compliance
family-satisfaction = customer satisfaction
family-risk-control = risk control
family-teamwork = teamwork
rule-field-cap = { $value ->
    [none] no cap
   *[other] at most { $value } points
}
rule-field-floor = at least { $value } points
rule-field-zero-below = only the least below a completion of { $value }
rule-field-points = { $value }, in a straight line between them
rule-field-edges = bands parted at { $value }
rule-field-scores = the bands score { $value } in turn
rule-field-per-unit = { $value } points off for each
rule-field-around-per-unit = { $value } points for each unit
rule-field-per-unit-above = { $value } points off for each above
rule-field-per-unit-below = { $value } points off for each below
rule-field-standard = { $value } points at the mark
rule-field-reference = the mark is { $value }
rule-field-low = from { $value }
rule-field-high = to { $value }
rule-field-score = { $value } points inside
rule-field-to = held against { $value }
rule-field-to-mean = the mean
rule-field-to-median = the median
rule-field-to-best = the best
rule-field-to-sum = the sum
rule-field-rank-table-scores = the ranks score { $value } in turn
rule-field-closed = an edge belongs to { $value }
rule-field-closed-left = the band above it
rule-field-closed-right = the band below it
rule-field-start = starting from { $value } points
rule-field-scale = rated on { $value }
rule-field-range = scores of { $value }
rule-field-mean = { $value } points on average
rule-field-sd = { $value } points for each standard deviation
rule-field-ddof = { $value ->
    [0] the population's standard deviation
   *[other] the sample's standard deviation
}
rule-field-groups = shares of raters: { $value }
rule-field-minimum = number of raters: { $value }
rule-field-trim = { $value ->
    [0] every rating counts
   *[other] of 6 raters or more the highest and the lowest { $value } are left out
}
parameter-fewest = { $group } { $count } or more
parameter-span = { $low } to { $high } points
parameter-point = { $at } scores { $score }

gate-title = Requirements: { $met } of { $all } met
gate-note = Adopted only when all are met; on the right, what can be done
gate-met = met
gate-unmet = not met
gate-cycle = Begins with a cycle, never looks back
gate-checks = No error in the checks
gate-warnings = A written reason for every warning
gate-impact = Impact run on the current figures
gate-approvals = Approved by at least two other members
gate-authorisation = Authorised by the head office
gate-notice = Posted for the staff
gate-second-person = Adopted by somebody other than the author
gate-run = Run again
gate-reason = Reason for { $rule }
gate-reason-label = Why it is accepted
gate-reasoned = The reason is on file.
gate-approve = Approve
gate-approve-label = Opinion (optional)
gate-object = Object
gate-object-label = Reason for objecting
gate-voted = The vote is on file.
gate-authorised = The authorisation is on file.
gate-post = Post it
gate-posted = Posted; the staff can read it and comment.
gate-write = Confirm
gate-propose = Propose
gate-propose-label = Why it is proposed
gate-proposed = Proposed; the impact run is kept with it.
gate-withdraw = Withdraw
gate-withdraw-label = Why it is withdrawn
gate-withdrawn = It is a draft again; votes begin anew when it is next proposed.
gate-retire = Retire this version
gate-retire-label = Why it is retired
gate-retired = Retired; periods that were scored by it do not change.
gate-adopted = Adopted from { $period } on; earlier periods do not change.
adopt-from = From which period
adopt-reference = Reference
adopt-issued = Issued on
adopt-scope = Scope
adopt-record = Record it
adopt-why = Reason for adopting
adopt-do = Adopt

impact-title = Impact run { $run }: { $moved ->
    [one] 1 person
   *[other] { $moved } people
} change rank, { $far } by two places or more
impact-note = Compared with { $base }, { $periods ->
    [one] the last period
   *[other] the last { $periods } periods, the table shows the latest
}; run on { $at } by { $by }
impact-before = Score { $base }
impact-after = Score v{ $version }
impact-grades = people per grade { $grades }
impact-grades-same = people per grade unchanged
impact-people = What the run says about everybody
impact-hash = hash of the data { $data }; hash of the scheme { $scheme }; engine { $engine }

life-title = History: { $count ->
    [one] 1 event
   *[other] { $count } events
}
life-note = Newest first; only added to, never changed
life-at = When
life-what = What
life-who = Who
life-why = Why
life-draft = Stored as a draft
life-proposed = Proposed, to begin in { $period }
life-in-notice = Posted for the staff
life-adopted = Adopted from { $period }
life-retired = Retired
life-authorised = Head-office authorisation { $reference }
life-approved = Approved (on impact run { $run })
life-objected = Objected (on impact run { $run })
life-reasoned = Reason written for { $rule }
life-impact-run = Impact run { $run }

comments-title = Comments: { $count }
comments-note = Managers read their own comments, what was decided on them, and the committee's; those taken stand in the handbook, without names
comment-decide = Decide
comment-decide-again = Decide again
comment-decision = Decision
comment-taken = taken
comment-partly = taken in part
comment-not-taken = not taken
comment-noted = noted
comment-says = What was decided, and why
comment-decide-do = Save
comment-decided = The decision is saved; who commented can read it.
comments-none = Nobody has commented yet.
comments-label = My comment
comments-do = Comment
comments-done = Your comment is there.

errors-adopt-begun = { $period } began on { $day }; a version can only begin with a cycle that is still to come.
errors-propose-refused = It cannot be proposed: { $count ->
    [one] 1 requirement is
   *[other] { $count } requirements are
} not met.
errors-notice-refused = It cannot be posted yet: { $count ->
    [one] 1 requirement is
   *[other] { $count } requirements are
} not met.
errors-scheme-state = Scheme { $code } version { $version } is { $status }; this cannot be done now.
errors-scheme-moved = Scheme { $code } version { $version } has just changed and nothing was done; look at its present state, then decide.
errors-warning-open = Warning { $rule } has no written reason yet.
errors-warning-unknown = There is no open warning "{ $rule }"; known: { $known }.
errors-impact-missing = The impact has not been worked out yet.
errors-impact-stale = The figures or the scheme in force have changed since impact run { $run } ({ $day }); run it again.
errors-approvals = Approvals by other members: { $count } of { $needed }.
errors-approve-own = { $by } is the author and cannot vote on it.
errors-notice-missing = It has not been posted for the staff.
errors-notice-running = The notice runs until { $until }; adopting earlier needs a written reason.
errors-retire-in-force = Scheme { $code } version { $version } is in force; adopt another version first.
errors-round-unknown = There is no round { $round }.
errors-round-question = Say what is to be decided.
errors-round-deadline = That time is over; choose a later one.
errors-round-member = { $name } cannot be asked.
errors-round-few = It takes at least { $fewest ->
    [one] 1 member
   *[other] { $fewest } members
}.
errors-round-closed = It is closed.
errors-round-chair = Only { $by }, who opened it, can call it off.
errors-round-not-asked = You are not one of those who are asked.
errors-round-blind = Not everybody has handed in; nobody sees the result before the deadline.
errors-round-called-off = It was called off and has no result.
errors-round-empty = Nobody handed in weights in this round.

cli-scheme-proposed = Scheme { $code } version { $version } is proposed, to begin in { $period }.
cli-scheme-approved = { $by } approves scheme { $code } version { $version }.
cli-scheme-objected = { $by } objects to scheme { $code } version { $version }.
cli-scheme-reasoned = Scheme { $code } version { $version }: the reason for { $rule } is on file.
cli-scheme-in-notice = Scheme { $code } version { $version } is posted.
cli-scheme-retired = Scheme { $code } version { $version } is retired.
cli-impact = Impact run { $run }: { $moved ->
    [one] 1 person
   *[other] { $moved } people
} change rank; hash of the data { $data }.
cli-impact-none = Scheme { $code } version { $version } replaces no version; there is no impact to work out.
lacking-cycle = the beginning
lacking-checks = clean checks
lacking-warnings = reasons for warnings
lacking-impact = the impact run
lacking-approvals = votes
lacking-authorisation = the head office's authorisation
lacking-notice = the notice
lacking-second-person = adoption by another member
impact-everybody = Show all { $people ->
    [one] 1 person
   *[other] { $people } people
}
impact-own = What it would do to me
impact-own-note = Worked out for { $period } under v{ $version }; for information during the discussion, published results do not change
impact-was = now { $grade }

nav-rounds = Blind round
rounds-title = Committee round
rounds-empty = There is no round yet. A member opens one; each sets weights alone, and the result is shown when all are in or the time is over.
round = Round
round-name = Round { $round } · { $question } ({ $state })
round-state-open = open
round-state-closed = closed
round-state-called-off = called off
round-sentence-open = **{ $question }**: **{ $done } of { $all } members are in**, until { $until }; nobody sees another's weights before that.
round-sentence-closed = **{ $question }**: closed, { $done } of { $all } members handed in weights.
round-sentence-called-off = **{ $question }**: called off ({ $why }).
round-nothing-open = You are not a member of this round; you will see the result when it is closed.
round-nothing-closed = Nobody handed in weights in this round. Open another one.
round-nothing-called-off = This round was called off and has no result. Open another one.
round-on = Based on **{ $version }**
round-open = Open a round
round-opened = The round is open; members set their weights on this page.
round-question = What is to be decided
round-question-example = e.g. the weights of the five classes for 2027
round-members = Whom to ask
round-day = Until (day)
round-hour = Until (time)
round-in = { $done } of { $all } are in
round-in-note = Whether somebody is in, never with what
round-done = in
round-waiting = not yet
round-call-off = Call this round off
round-called-off = The round is called off.
round-own = My weights
round-own-note = Seen by nobody else; may be handed in again until the round closes
round-own-in = :green[:material/check_circle:] You are in; your latest weights count: { $weights }.
round-method = How
round-method-points = By points
round-method-ahp = In pairs
round-method-best-worst = Best and worst
round-hand-in = Hand in
round-handed-in = Handed in: { $weights }. The median is shown when the round is closed.
weight-changed = { $name } { $before } → { $after }
weights-and-more = { $listed } and others, { $count } changed in all
weights-as-scheme = all as in the scheme
round-result = The committee's weights: median and spread
round-result-note = { $members ->
    [one] 1 member
   *[other] { $members } members
}; medians scaled to a sum of 100; the bar runs from the smallest to the largest; points
round-scheme = Scheme
round-mine = Result
round-median = Median
round-range = Smallest–largest
round-spread = Apart
round-apart = Who differs on what (agreement W = { $concordance })
round-apart-note = Where each member is farthest from the median; W is Kendall's coefficient of concordance, 1 = the same order
round-differs = { $name } { $given } against { $joint }
round-differs-not = close to the median throughout
round-scenario = Median of round { $round }
round-keep = Keep as a scenario
round-kept = Kept as a scenario, ready to be tried.
round-to-lab = Open in the weight lab
ahp-scale = For each pair: which one matters more, and how many times (1 to 9).
pairs-both = { $first } ｜ { $second }
pairs-classes = Classes
pairs-within = { $name }: indicators of the class
ahp-compare = Compare them in pairs (otherwise in the scheme's proportions)
pairs-equal = equally important
pairs-more = { $name } { $times }×
pairs-ratio = { $group }: consistency ratio **{ $ratio }** (best at most { $limit })
pairs-worst = The judgement that breaks it: { $first } against { $second } was given { $given }×, the others imply { $implied }×.
best-worst-scale = Choose what matters most and what least, then how many times (1 to 9) the others differ from these two.
best-worst-compare = Compare them with the best and the worst (otherwise in the scheme's proportions)
best-worst-best = Most important
best-worst-worst = Least important
best-worst-over = **{ $name }** is as important as each of these, times:
best-worst-under = Each of these is as important as **{ $name }**, times:
best-worst-times = { $times }×
best-worst-beyond = { $group }: nothing can be farther apart than the most and the least important; set these two first, then the others.
best-worst-ratio = { $group }: consistency ratio **{ $ratio }** (0: fully consistent, 1: as far from it as can be)
best-worst-breaks = What fits least: { $name }. { $best } is { $over }× as important as it, and it { $under }× as important as { $worst }; yet { $best } against { $worst } was given { $whole }×.
pairs-weights = The weights this gives
pairs-weights-note = Weight of the class × weight within the class; points

lab-meanwhile = While you were trying, { $by } stored draft version { $version }; yours is version { $own }. Both are kept: compare them under "Schemes".
derive-title = Weights by a method
derive-method = Method
derive-take = Try these weights
derive-people = From the scores of **{ $people ->
    [one] 1 person
   *[other] { $people } people
}**.
derive-constant = Everybody scores alike, weight 0: { $names }.
derive-kept = No scores in this period, the scheme's weight stays: { $names }.
derive-equal = Equal
derive-equal-note = All alike: the weights to beat where nothing speaks for one indicator.
derive-entropy = Entropy
derive-entropy-note = The more scores differ, the more weight; it describes the data, not what the bank aims at.
derive-critic = CRITIC
derive-critic-note = Much weight for what differs between people and does not repeat the other indicators.
derive-standard-deviation = Standard deviation
derive-standard-deviation-note = The larger the standard deviation of the scores, the more weight.
derive-ahp = In pairs
derive-best-worst = Best and worst
derive-ahp-note = Classes first, then indicators within a class; how consistent it is shows at once.
derive-best-worst-note = Choose what matters most and least; the others are compared with these two only. Quicker than all pairs, and how consistent it is shows at once, too.
errors-derived-few = Only { $people ->
    [one] 1 person
   *[other] { $people } people
} have every score; too few to derive weights from.
memo-reason = { $rule }: { $why } ({ $by })
memo-authorisation = Authorised by the head office: { $reference } ({ $day }), scope: { $scope }.
derive-weights-note = Points
