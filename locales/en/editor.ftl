### The scheme editor

## Scheme editor: where to begin
nav-scheme-editor = Scheme editor
editor-title = Scheme editor
editor-sentence-start = { $count ->
    [0] No scheme is being made. Choose where to begin; every change is saved and can be undone.
    [one] One scheme is being made. Go on with it, or begin another; every change is saved.
   *[other] { $count } schemes are being made. Go on with one, or begin another; every change is saved.
}
editor-sketches = Schemes in the making
editor-sketches-note = Open to every member of the committee; once stored as a draft it is no longer listed
editor-open = Go on
editor-discard = Lay this scheme aside
editor-begin = Where to begin
editor-begin-note = Only a beginning: everything can be changed afterwards
editor-begin-do = Begin
editor-way-empty = Empty scheme
editor-way-template = Template
editor-way-version = Stored version
editor-way-columns = Columns of figures
editor-way-file = Scheme file
editor-template-existing = The existing scheme
editor-template-existing-note = The branch's own: mostly volume, with customer satisfaction and teamwork, of 100 points
editor-template-optimised = The optimised scheme
editor-template-optimised-note = The branch's own: sixteen indicators in five classes, nearly half for compliance and risk, of 100 points
editor-template-points = A thousand points
editor-template-points-note = Indicators in points that sum to 1,000, in three sections, business capped at 480
editor-template-completion = Bands of completion
editor-template-completion-note = A score for each band: completion of 60%, 80%, 100%, 120%
editor-template-posts = By posts
editor-template-posts-note = Juniors and seniors each with their own list of weights, ranked apart
editor-version-none = No version is stored yet. Begin with an empty scheme or a template.
editor-columns-file = A file of figures (or none: the indicators that are in the database)
editor-columns = Columns to become indicators
editor-columns-hint = Choose columns
editor-columns-none = There are no figures yet. Upload a file, or begin with an empty scheme.
editor-columns-choose = Choose at least one column.
editor-code = Code
editor-code-help = Schemes of one code are its versions 1, 2, 3; with the code of a stored scheme it becomes that scheme's next version
editor-name = Name of the scheme
editor-unnamed = Unnamed scheme

## A scheme in the making
editor-heading = Scheme editor: { $name }
editor-sentence = { $indicators ->
    [one] 1 indicator
   *[other] { $indicators } indicators
}; { $faults ->
    [0] no faults: it can be stored as a draft
    [one] 1 fault to mend
   *[other] { $faults } faults to mend
}; { $findings ->
    [one] 1 finding
   *[other] { $findings } findings
} of the scheme checks.
editor-back = Back to the schemes
editor-undo = Undo
editor-redo = Redo
editor-saved = Saved by { $by } at { $at }
editor-meanwhile = { $by } changed this scheme at { $at }; the page shows it as changed.
editor-conflict = { $by } saved a change at { $at }, before yours: what you just changed is not saved yet.
editor-conflict-mine = Keep mine
editor-conflict-theirs = Take over { $by }'s
editor-part = What to edit
editor-part-indicators = Indicators
editor-part-derived = Derived
editor-part-general = General
editor-part-sections = Sections
editor-part-posts = Posts
editor-part-grades = Grades
editor-part-conditions = Conditions
editor-part-file = File
editor-unchosen = (not chosen)
editor-remove = Remove
editor-up = Up
editor-down = Down

## Indicators
editor-indicators-none = No indicators yet. Take one from the library below, or make one.
editor-library = Add from the library
editor-library-hint = Find by code or name
editor-library-nothing = no values yet
editor-library-values = { $period }: { $low } to { $high }, median { $middle }
editor-indicator-new = New indicator
editor-indicator-unnamed = Unnamed indicator
editor-indicator-note = Every change is saved at once, and the curve below is drawn anew
editor-weight-of = Weight of { $name }
editor-sum = Sum { $total }, should be { $points }
editor-sum-whole = Sum { $total }
editor-sum-scale = Scale to { $points }
editor-name-zh = Name in Chinese
editor-name-en = Name in English
editor-section = Section
editor-section-none = In no section
editor-class = Class
editor-direction = Direction
editor-measure = Measure
editor-kind = Kind
editor-how = How it is scored
editor-on = What is scored
editor-on-value = The value
editor-on-completion = Completion (%)
editor-on-excess = Excess over the target
editor-target-from = Whose target
editor-target-from-person = The person's own first
editor-target-from-scheme = The scheme's for all
editor-without-target = Without a target
editor-without-target-refuse = Not scored: no data
editor-without-target-standard = The standard score, 100
editor-without-target-highest = The highest score
editor-without-target-not-due = Not due
editor-steps = Whole steps
editor-steps-help = 10 counts only whole tens; empty counts every bit
editor-lowest = Lowest score
editor-highest = Highest score
editor-value = Value
editor-no-unit = no unit

## Rules
editor-rule-change = Another rule
editor-rule-keep = Keep this one
editor-rule-take = Take it
editor-rule-taken = In use
editor-rule-none = No rule is chosen yet. Choose one below.
editor-rule-faulty = the rule is not complete yet
editor-rule-attainment = As many points as percent of the target, with a cap, a floor and a threshold
editor-rule-piecewise = Straight lines between given points, flat at both ends
editor-rule-bands = The score of the band it falls into, the same within a band
editor-rule-deduction = Points off for each case, from a start down to a floor
editor-rule-around = The standard at a mark, so many points more or less for each unit beside it
editor-rule-corridor = Full score within two bounds, so many points off for each unit outside
editor-rule-direct = The rating itself, turned from its scale to 100
editor-rule-peer-minmax = The best of the period gets the most, the worst the least, the others in proportion
editor-rule-peer-zscore = So many points for each standard deviation from everybody's mean
editor-rule-peer-percentile = As many points as percent of people are behind
editor-rule-peer-ratio = The ratio to everybody's mean, median, best or sum
editor-rule-rank-table = A score for the first, the second and so on from a table
editor-rule-review = The combined result of a 360-degree review
editor-parameter-cap = At most
editor-parameter-floor = At least
editor-parameter-zero-below = Threshold of completion
editor-parameter-points = Points (value:score)
editor-parameter-edges = Edges of the bands
editor-parameter-scores = Scores of the bands
editor-parameter-rank-table-scores = Scores by rank
editor-parameter-closed = An edge belongs to
editor-parameter-per-unit = Points off for each
editor-parameter-around-per-unit = Points for each unit
editor-parameter-start = Starting from
editor-parameter-standard = Standard
editor-parameter-reference = Mark (empty: the target)
editor-parameter-low = Lower bound
editor-parameter-high = Upper bound
editor-parameter-score = Score within
editor-parameter-per-unit-below = Off for each unit below
editor-parameter-per-unit-above = Off for each unit above
editor-parameter-scale = Scale of ratings
editor-parameter-range = Range of scores
editor-parameter-mean = Score of the mean
editor-parameter-sd = Points a deviation
editor-parameter-ddof = Deviation of (0 all, 1 a sample)
editor-parameter-to = Held against
editor-parameter-groups = Shares of rater groups
editor-parameter-minimum = Fewest raters a group
editor-parameter-trim = Raters trimmed at each end
editor-endless = no limit
editor-help-list = Numbers parted by commas: 60, 80, 100
editor-help-pairs = Value and score joined by a colon, points parted by commas: 80:60, 100:100
editor-help-table = Name and number joined by a colon: superior:40, peer:60

## The curve
editor-curve-of = Scores of { $name } over the range
editor-curve-title = { $people ->
    [one] 1 person
   *[other] { $people } people
} of { $period } would score { $low } to { $high }
editor-curve-nobody = Nobody has a figure in the last period: the rule alone is drawn. { $why }
editor-curve-none = Once the rule is complete, its curve is drawn here with everybody of the last period.
editor-curve-hover = { $name }<br>{ $value }<br>{ $score } points
editor-axis-value = Value ({ $unit })
editor-axis-completion = Completion (%)
editor-axis-excess = Difference to the target ({ $unit })

## The other parts
editor-general = General
editor-general-note = How a total is made; what is empty is as the grey figure says
editor-cycle = Cycle
editor-points = Points in all
editor-combine = How sections make the total
editor-combine-sum = Added up
editor-combine-product = Multiplied
editor-aggregation = Kind of mean
editor-missing = What is missing
editor-coverage = Least coverage
editor-cap = Cap of the total
editor-decimals = Decimals
editor-additions = Most additions
editor-deductions = Most deductions
editor-veto-ceiling = Most after a veto
editor-veto-grade = Best grade after a veto
editor-people = Newcomers, handovers, ties
editor-people-note = The first months after joining are not ranked, targets of the months after are lower; bad loans that were taken over do not count for some months
editor-unranked = Months without a rank after joining
editor-target-factors = Targets of the months after
editor-target-factors-help = One after the other, such as 50%, 70%, 85%
editor-handover = Months without inherited bad loans
editor-ties = Equal totals are parted by
editor-ties-none = nothing: the same rank
editor-classes = Classes
editor-classes-help = Empty: the supervisor's five. Under plain rules a branch may have its own, parted by commas
editor-use = What follows from a result
editor-use-note = Appeals, talks and what is told beside the ranks; days are working days
editor-appeal-days = Days to appeal
editor-review-days = Days to answer
editor-others = Others, where an appeal is granted
editor-talk-grades = Grades that ask for a talk
editor-talk-grades-usual = those with a coefficient below 1
editor-talk-days = Days until the talk
editor-falling = Periods of falling for a talk
editor-recognition = Told beside the ranks
editor-recognition-none = nothing
editor-post-targets = Targets of this post (empty: those of the scheme; personal ones come first)
editor-target-of = Target of { $name }
editor-unfinished = Not complete yet
editor-kept = Sources, frequency, rating anchors
editor-source = Source
editor-owner = Answered for by
editor-cut-off = Cut-off
editor-frequency = Measured
editor-frequency-usual = every period
editor-between = Between its dates
editor-dimension = Dimension
editor-family = Family
editor-anchors = Rating anchors
editor-anchors-help = One a line: what is expected for a range of scores; a rated indicator needs them
editor-sections = Sections
editor-sections-note = A section's points are the sum of its indicators', up to a cap; indicators are put into sections where they are edited
editor-section-cap = Cap (points)
editor-section-scorer = Scored by
editor-section-add = Add a section
editor-posts = Lists of weights for posts
editor-posts-note = Who holds one of these posts has this list; an empty indicator is not theirs; each list sums to the points in all
editor-post-add = Add a list
editor-posts-first = Add indicators first, then weights for posts.
editor-positions = Posts
editor-positions-help = As the staff list has them, parted by commas
editor-ranking = Ranked
editor-ranking-own = Among themselves
editor-ranking-common = Together with the others
editor-grades = Grades
editor-grades-note = From the best down: from so many points on; a share of people may be the most
editor-grade-from = From (points)
editor-grade-coefficient = Coefficient
editor-grade-quota = At most
editor-grade-quota-help = Such as 20%; empty: no limit
editor-grade-add = Add a grade

## Expressions and conditions
editor-formula = Expression
editor-formula-example = Such as 3.5*N1 + 18*N2, of codes, functions and + - * /
editor-formula-insert = Insert a code or a function
editor-formula-tried = Three people of the last period, from least to most:
editor-formula-held = It holds for { $holds } of the { $people } due in the last period:
editor-formula-nobody = Nobody of the last period comes to a figure. { $why }
editor-formula-later = It reads results, so it is tried on three people as soon as the scheme has no faults.
editor-quantity = Worked out by an expression (empty: the indicator's own value)
editor-factor = The score is multiplied by (empty: by nothing)
editor-target-help = A number, or an expression such as year_ago(E01)*1.1
editor-derived = Derived measures
editor-derived-note = Figures worked out of others, for indicators, conditions and other expressions
editor-derived-add = Add a derived measure
editor-start = Before the first
editor-start-help = Where it reads its own past: what it was before the first period
editor-conditions = Conditions
editor-conditions-note = Where something holds: at least, at most, times or plus for a score, a section or the total, or out of the ranking; in this order
editor-condition-add = Add a condition
editor-condition-on = To what
editor-condition-per = What is added is multiplied by (empty: by nothing)
editor-on-total = The total
editor-on-entry = The person's entry
editor-when = When
editor-when-example = Such as BORROWERS >= 550
editor-effect = Then
editor-effect-at-least = at least
editor-effect-at-most = at most
editor-effect-multiply = times
editor-effect-add = plus
editor-effect-exclude = not ranked
editor-amount = How much
editor-reason-zh = Reason in Chinese
editor-reason-en = Reason in English
editor-grade-when = And where
editor-grade-condition = Condition
editor-function-if = the first where a condition holds, else the second
editor-function-min = the least
editor-function-max = the most
editor-function-abs = the size
editor-function-round = rounded to so many decimals
editor-function-floor = down to a whole number
editor-function-ceil = up to a whole number
editor-function-coalesce = the first that there is
editor-function-target = the target of an indicator
editor-function-score = the score of an indicator
editor-function-section = the points of a section
editor-function-total = the total
editor-function-month = the month
editor-function-quarter = the quarter
editor-function-position = the post
editor-function-previous = the period before
editor-function-year-ago = a year ago
editor-function-year-start = the end of last year
editor-function-year-to-date = the year to date
editor-function-sum-of-last = the sum of the last periods
editor-function-mean-of-last = the mean of the last periods
editor-function-brackets = by brackets
editor-function-all-sum = everybody's sum
editor-function-all-mean = everybody's mean
editor-function-all-min = everybody's least
editor-function-all-max = everybody's most
editor-function-all-count = how many have it
editor-function-team-sum = the team's sum
editor-function-team-mean = the team's mean
editor-function-team-min = the team's least
editor-function-team-max = the team's most
editor-function-team-count = how many of the team have it

## Checks, storing, the file
editor-faults = { $count ->
    [one] 1 fault
   *[other] { $count } faults
}
editor-faults-note = A draft can be stored once they are mended
editor-place = { $name } · { $part }
editor-place-formula = its expression
editor-place-quantity = value worked out
editor-place-target = target
editor-place-factor = factor of the score
editor-place-when = condition
editor-place-per = times what is added
editor-faults-more = and { $count } more
editor-sound = No faults
editor-sound-note = It can be stored as a draft
editor-findings-note = Supervision and house rules; a draft may have findings, those of level error must be gone before it is adopted
editor-note = Why it is stored as a draft
editor-note-example = Such as: more weight for risk
editor-store = Store as draft
editor-store-first = It can be stored once the faults below are mended.
editor-stored = Stored as draft { $code }, version { $version }. Next: try what it does, ask the members, or propose it among the versions.
editor-discarded = This scheme was laid aside.
editor-to-version = Open the version
editor-to-lab = To the weight lab
editor-to-round = To the committee's rounds
editor-file = The scheme file
editor-file-note = What the editor makes is this file: exported, brought in and used on the command line
editor-file-save = Save the file
editor-file-text = Show the text
editor-file-bring = A scheme file (.toml)
editor-file-take = Put it in place
editor-compare = Line by line beside a stored version
editor-compare-note = Minus: the stored version; plus: the scheme in the making
editor-compare-same = The two say the same.
