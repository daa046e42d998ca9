app-demo-banner = Demonstration data: people and figures are invented.
role-president = Branch president
role-committee = Scheme committee
role-manager = Customer manager
role-data-officer = Data officer
role-admin = Administrator
colon = :{ " " }
period = Period
manager = Customer manager
rank = Rank
name = Name
team = Team
people = People
position = Position
score = Score
score-points = Score (points)
change = vs last
vs-last = vs last
grade = Grade
view = Show
indicator = Indicator
class = Class
target = Target
actual = Actual
completion = Completion
weight = Weight
contribution = Points by class
lost = Lost
peers = Middle half of peers
peer-band = Middle half
twelve-periods = 12 periods
download-excel = Download Excel
table-behind = Show the table
people-count = { $people ->
    [one] 1 person
   *[other] { $people } people
}
scheme-changed = scheme changed
class-compliance = Compliance
class-risk = Risk
class-efficiency = Efficiency
class-transformation = Transformation
class-social = Social
state-collecting = Collecting
state-checked = Checked
state-scored = Scored
state-notice = In notice
state-appeals = Appeals
state-final = Final
status-ranked = Ranked
status-protected = In protection, not ranked
status-excluded = Shown, not ranked
status-low-coverage = Too little data for a total
status-blocked = Something is missing; the scheme gives no total
status-no-data = No data
gap-missing = no data
gap-refused = the rule cannot score it; counts as no data
gap-left-out = nobody has data this period; the weight was spread
gap-not-due = not due this period
gap-absent = absent throughout; not due

leaderboard-title = Leaderboard
leaderboard-empty = There are no data yet. A data officer imports people and metrics with python manage.py import, and a second person approves.
leaderboard-branch-score = Branch score
leaderboard-people = Ranked
leaderboard-state = State of the period
leaderboard-teams = { $teams ->
    [one] 1 team
   *[other] { $teams } teams
}
leaderboard-teams-note = Members' totals by days in the team; points
leaderboard-managers = Managers: every bar is made of its parts
leaderboard-managers-note = Click a row for the scorecard, a heading to sort

scorecard-none = No result in { $period }. Choose another period.
scorecard-score = Total
scorecard-grade-rank = Grade · rank
scorecard-rank-note = places
scorecard-coefficient = Coefficient
scorecard-coefficient-note = By grade
scorecard-coverage = Data
scorecard-coverage-note = Share of weight with data
scorecard-lines = Every indicator: what it brought, where points were lost

explain-step = Step
explain-how = How
explain-result = Result
explain-value = Value
explain-target = Target
explain-score = Score
explain-quantity = What is scored
explain-expression = { $formula } = { $figures }
explain-factor = Factor
explain-condition = Condition
explain-bound = Least and most
explain-weight = Weight
explain-points = Points
rule-name-attainment = completion × 100
rule-name-piecewise = linear between points
rule-name-bands = by bands
rule-name-deduction = deduction per case
rule-name-around = points above or below a mark
rule-name-corridor = within a corridor
rule-name-direct = as rated
rule-name-peer-minmax = between the lowest and the highest
rule-name-peer-zscore = by standard score
rule-name-peer-percentile = by percentile
rule-name-peer-ratio = against a figure of the cohort
rule-name-rank-table = by rank
rule-name-review = 360 result

factor-data = Data
factor-rules = Rules
factor-weights = Weights
factor-adjustments = Adjustments

trends-title = Trends · { $name }
trends-total = Total over time
trends-indicator = One indicator over time
trends-values = Value
trends-scores = Score (points)

lab-title = Weight lab
lab-no-periods = This is a version for { $cycle } appraisal, and there are no { $cycle } data yet. Choose another version, or import first.
lab-empty = There are no data or no schemes yet. Import data, then make a scheme under “Scheme editor”, or store a file with python manage.py scheme import.
lab-start-from = Start from
lab-periods = Look at
lab-last = { $periods ->
    [one] 1 period
   *[other] last { $periods } periods
}
lab-reset = Reset
lab-total = Sum
lab-same = same
lab-lock = Lock
lab-who = Everybody
lab-who-note = Totals and ranks under the starting version and under the trial; in points
lab-delta = Change
lab-only-moved = Only people whose rank changes
lab-move = Move
lab-kinds = Quantitative { $quantitative } · qualitative { $qualitative }
lab-judged = Weight of qualitative indicators
lab-moved = Ranks changed
lab-before = Now
lab-after = Trial
lab-sentence-none = Move a slider: the table shows at once who rises and who falls.
lab-sentence = **{ $moved ->
    [one] 1 person changes
   *[other] { $moved } people change
} rank, { $far } by two places or more**
lab-movers = { $count ->
    [one] 1 person changes rank
   *[other] { $count } people change rank
}
lab-movers-note = Rank now on the left, in the trial on the right; twelve people at most
lab-movers-none = Nobody's rank changes.
lab-grades = Grade mix
lab-grades-note = People, now and in the trial
lab-churn = Churn by period
lab-churn-note = The nearer Kendall's τ is to 1, the less the order changes
lab-lint = Scheme checks: { $count }
lab-lint-note = Errors must be mended before a version can be adopted
lab-lint-none = No objections.
lab-note = Note
lab-note-example = Why this change
lab-save = Save as draft
lab-saved = Stored as draft version { $version } of { $code } ({ $weights }); propose it under "Schemes".

schemes-title = Schemes
schemes-empty = There is no scheme yet. Make one under “Scheme editor”, or store a file with python manage.py scheme import.
schemes-versions = All versions
schemes-version = Version
schemes-status = Status
schemes-from = Effective from
schemes-authorisation = Authorisation
schemes-by = Author
schemes-at = Drafted on
schemes-note = Note
schemes-old = From
schemes-same = The two are the same.
everybody = Everybody
lift-title = What lifts this to grade { $grade }
lift-note = From the figures of this period, everybody else unchanged; quotas of grades are left aside, additions and caps stay
lift-none = With what colleagues reach, indicators alone do not get there in this period.
unit = Unit
lab-undo = Undo
lab-redo = Redo
lab-band = Between { $low } and { $high } the first { $top } stay the same
lab-anonymous = Hide names
lab-pool = Sum of coefficients { $before } → { $after } ({ $change }%)
lab-why = Why { $name } moves
lab-why-note = Exact split by indicator: how the weight changed, the score, and the points it brings
lab-why-none = The change of weights does not touch this total.
lab-effect = Effect (points)
lab-worth = What one more unit pays
lab-worth-note = Under the trial, for the manager in the middle; what is scored against colleagues is left out. With formulas, a unit of each measure, scored again by the engine
lab-worth-points = Points
lab-firm = How firm the order is
lab-firm-note = { $draws ->
    [one] 1 random draw
   *[other] { $draws } random draws
} around the trial: a weight of 10 lies between { $low } and { $high } points in nine of ten
lab-firm-do = Draw
lab-firm-first = **{ $name }** stays among the first { $top } in { $share } of the draws
lab-fragile = fragile
lab-fragile-pair = { $upper } / { $lower } change places in { $share } of the draws
lab-fragile-none = No two neighbours change places often.
lab-worth-show = Show
period-marked = { $period } · no scheme
period-no-scheme = { $period } lies before the first scheme ({ $first }): it has no result and counts in no trend or comparison; its data are kept. Please choose another period.
period-no-scheme-yet = The results of { $period } are stored, but no scheme is adopted yet, so nothing can be scored. The committee makes a scheme under “Scheme editor” (or by python manage.py scheme import) and adopts it under “Schemes”.
nav-validity = Validity & fairness
lab-scenario = Scenario: { $name }
lab-scenarios = Scenarios
lab-pick = Choose scenarios
lab-side = Side by side
lab-side-note = The version it starts from, up to four scenarios and the trial, same period, same people
lab-moved-far = Move two places or more
lab-pool-label = Sum of coefficients
lab-errors = Errors in the checks
lab-scenario-name = Name of the scenario
lab-scenario-example = e.g. Risk plus ten
lab-keep = Keep as scenario
lab-kept = Scenario “{ $name }” is kept ({ $weights }); open it under “Start from”.
lab-delta-short = Change
lab-sort = Sort by
lab-pin = Pin
lab-moved-status = { $n ->
    [one] 1 person changes
   *[other] { $n } people change
} rank
lab-without-total = Without total: { $names }
leaderboard-teams-lead = { $teams ->
    [one] 1 team
   *[other] { $teams } teams
}: { $team } leads by { $lead } points
lab-pool-same = Sum of coefficients { $after }, unchanged
memo-title = Decision memo
memo-basis = Based on { $scheme }, worked out on the data of { $period } for { $people ->
    [one] 1 person
   *[other] { $people } people
}; prepared by { $by } on { $day }.
memo-why = Reason: { $why }
memo-weights = What changes
memo-no-change = No weight changes.
memo-people = Effect on everyone
memo-people-sentence = { $moved ->
    [one] 1 person changes
   *[other] { $moved } people change
} rank, { $far } of them by two places or more.
memo-rank-before = Rank before
memo-rank-after = Rank after
memo-approvals = Approvals
memo-opinion = Opinion
memo-signature = Signature
memo-date = Date
memo-hash = Fingerprint of the data { $data }; of the scheme { $scheme }.
memo-download = Decision memo (Word)
