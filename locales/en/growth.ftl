# Feedback and growth: talks, improvement plans, training, the career ladder
nav-growth = Growth
growth-title-own = My feedback and growth
growth-title = Feedback and growth: { $name }
growth-nothing-posted = No result has been posted yet. Once one is, talks, improvement plans, training and what the next post asks stand here.
growth-own-none = You have no result in { $period }, so there is nothing here; another period can be chosen.
growth-no-people = Nobody in { $period } is in your charge. Once the president or the administrator has named the heads of teams, your people are listed here.
growth-state = Standing
growth-until = by { $until }
growth-until-day = By

# The sentence at the top
growth-talk-none = The result of { $period } asks for no talk.
growth-talk-open = The result of { $period } ({ $why }) asks for a talk by **{ $until }**.
growth-talk-overdue = The result of { $period } ({ $why }) asked for a talk by { $until }: **{ $late ->
    [one] { $late } working day
   *[other] { $late } working days
} overdue**.
growth-talk-done = The result of { $period } ({ $why }) has been talked about.
growth-why-grade = grade { $grade }
growth-why-falling = falling { $falls } { $falls ->
    [one] period
   *[other] periods
} running
growth-plan-no = There is no improvement plan under way.
growth-plan-is-to-sign = An improvement plan is drawn up and waits to be signed.
growth-plan-is-running = An improvement plan is running: { $goals ->
    [one] { $goals } goal
   *[other] { $goals } goals
}, { $met } met, { $behind } behind.
growth-plan-is-paused = The improvement plan was changed and waits until both have signed again.
growth-climb-top = The highest post is reached.
growth-climb-nothing = What { $post } asks can be checked once a result is posted.
growth-climb-missing = For { $post } **{ $count }** { $count ->
    [one] condition is
   *[other] conditions are
} missing.
growth-climb-ready = Every condition for { $post } is met.
growth-waits-talks = { $count ->
    [one] { $count } talk waits
   *[other] { $count } talks wait
} to be confirmed
growth-waits-plan = { $count ->
    [one] { $count } improvement plan waits
   *[other] { $count } improvement plans wait
} for your signature
growth-talk = Talk
growth-talk-state-none = Not asked for
growth-talk-state-open = Due
growth-talk-state-overdue = Overdue
growth-talk-state-done = Held
growth-plan = Improvement plan
growth-goals-met = { $met } of { $of } met
growth-hours = Training in 12 months
growth-hours-count = { $hours } h
growth-offered = { $count } more offered
growth-next-post = Next post
growth-post-top = Highest reached
growth-needs-missing = { $count } of { $of } missing

# Who is to be talked with
growth-due-title = { $period } asks for { $of ->
    [one] { $of } talk
   *[other] { $of } talks
}, { $count } still to be held
growth-due-none = { $period } asks for no talk
growth-due-note = By the rule of the scheme: a low grade, or totals that keep falling; working days count from the posting. A row opens the person.
growth-due-took = Held: { $count }; working days from the posting to the talk: median { $median }, longest { $longest }
growth-why = Why
growth-due-open = Due
growth-due-overdue = { $late ->
    [one] { $late } working day
   *[other] { $late } working days
} overdue
growth-due-done = Held
growth-unannounced = The state has not announced the holidays of { $years } yet; Monday to Friday count as working days.

# Talks
growth-talks = Talks ({ $count })
growth-talks-note = What is recorded cannot be changed; the manager confirms it or adds a view, which stands beside it
growth-talks-none = No talk is recorded yet. Record it above once it was held; the manager then sees and confirms it.
growth-talks-none-own = No talk is recorded yet. Once your superior has recorded one, you confirm it here or add your view.
growth-talk-title = { $day } { $by } · result of { $period } · { $state }
growth-talk-is-recorded = to be confirmed
growth-talk-is-confirmed = confirmed
growth-talk-is-viewed-otherwise = with another view
growth-talk-is-withdrawn = withdrawn
growth-withdrawn = { $by } withdrew this record: { $why }
growth-points = What was talked about
growth-points-example = For example: average deposits below target for three months, new customers mostly from one village
growth-advice = Advice
growth-advice-example = For example: two markets a week, every depositor called ten days before maturity
growth-actions = Agreed actions
growth-action = Agreed action
growth-action-number = Agreed action { $number }
growth-action-who = Who
growth-action-until = By
growth-action-came = What came of it
growth-side-manager = Manager
growth-side-superior = Superior
growth-came = { $how }: { $says }
growth-came-done = Done
growth-came-partly = Partly done
growth-came-not-done = Not done
growth-came-says = In words
growth-courses-offered = Training offered with the talk: { $courses }
growth-view = { $day }, { $by } adds: { $says }
growth-followed-up = Followed up on { $day } by { $by }
growth-follow-up-on = To be followed up on { $day }
growth-confirm = Confirm
growth-confirmed = Confirmed.
growth-view-add = Add a view
growth-view-label = Your view (stands beside the record; your superior reads it)
growth-view-added = Added; it stands beside the record.
growth-withdraw = Withdraw the record
growth-withdraw-label = Why it is withdrawn (it stays on file)
growth-withdrawn-done = Withdrawn; it stays on file.
growth-follow-up = Follow up
growth-follow-up-plain = No actions were agreed; this says that it was followed up.
growth-follow-up-done = The follow-up is recorded.
growth-record = Record a talk
growth-record-about = Talk with **{ $name }** about the result of { $period }
growth-held-on = Held on
growth-offer = Training offered (what helps most comes first)
growth-offer-none = None
growth-follow-up-day = To be followed up on
growth-record-do = Record
growth-recorded = Recorded; { $name } is asked to confirm it.

# Improvement plans
growth-plan-none = Improvement plan: none under way
growth-plan-title-to-sign = Improvement plan { $number }: to be signed
growth-plan-title-running = Improvement plan { $number }: running
growth-plan-title-paused = Improvement plan { $number }: paused
growth-plan-note = Goals are indicators; progress comes from approved figures, nobody types it
growth-plan-begin = Choose the one or two weakest indicators, and say how far and until when; the start is taken from the posted result. The plan runs once manager and superior have signed it.
growth-plan-state-none = None
growth-plan-state-to-sign = To be signed
growth-plan-state-running = Running
growth-plan-state-paused = Paused
growth-plan-state-met = Met
growth-plan-state-partly-met = Partly met
growth-plan-state-not-met = Not met
growth-plan-state-called-off = Called off
growth-plan-over = Improvement plan { $number } ({ $period }): { $outcome }
growth-goal = Goal
growth-goal-way = Start → target
growth-goal-days = { $first } to { $last }
growth-plan-days = It runs from { $days }.
growth-plan-read = Figures up to { $periods }.
growth-goal-now = Now
growth-goal-pace = Progress / expected
growth-goal-met = Met
growth-goal-on-course = On course
growth-goal-behind = Behind
growth-goal-unknown = No figure yet
growth-goal-no-value = No figure of this indicator since the start
growth-signed = { $side } { $by } signed on { $day }
growth-not-signed = { $side } not yet
growth-signatures = Revision { $revision }: { $said }
growth-plan-waits-to-sign = It runs once both have signed.
growth-plan-waits-paused = { $by } changed the plan ({ $why }); it goes on once both have signed this revision.
growth-sign = Sign
growth-signed-done = Signed.
growth-close = Say how it ended
growth-close-proposed = By the figures: **{ $outcome }**
growth-outcome = Outcome
growth-close-why = Reason
growth-closed = The outcome is recorded and the plan is over.
growth-call-off = Call off
growth-call-off-label = Why it is called off
growth-called-off = The plan is called off and stays on file.
growth-plan-history = Revisions ({ $count })
growth-revision = Revision { $number }, { $day }, { $by }: { $goals }
growth-revision-why = { " " }({ $why })
growth-plan-ended = { $day }, { $by }: { $outcome }. { $why }
growth-draw-up = Draw up a plan
growth-draw-up-do = Draw up
growth-drawn-up = Drawn up; both sides are asked to sign.
growth-goals-note = The start is the value posted for { $period } and cannot be changed; what cost most points comes first.
growth-goals-which = Which indicators
growth-goal-field = **{ $name }**: start { $value }, { $way }
growth-higher = higher is better
growth-lower = lower is better
growth-goal-target = Target
growth-goal-begins = From
growth-goal-ends = Until
growth-change = Change
growth-change-why = Why it is changed
growth-change-do = Ask for the change
growth-changed = Changed; the plan is paused until both have signed again.

# Training
growth-training = Training: { $hours } h in all
growth-training-note = Courses belong to indicators; those for what cost most points come first
growth-training-none = No training is recorded yet.
growth-training-record = Training
growth-course = Course
growth-course-hours = Hours
growth-course-when = When
growth-course-why = Why
growth-course-offered = Offered
growth-course-declined = Declined
growth-course-done = Done
growth-course-suggested = Courses that would help
growth-course-for = For
growth-course-for-pick = Choose indicators
growth-course-lost = Points lost
growth-course-offer = Offer a course
growth-course-offer-done = Offered; the manager sees it.
growth-course-record = Record as done
growth-course-record-done = Recorded.
growth-course-day = Done on
growth-course-decline = Decline a course
growth-course-decline-done = Declined; the reason stays on file.
growth-course-take-back = Take an offer back
growth-course-take-back-done = Taken back.
growth-course-reason = Reason
growth-catalogue = Catalogue ({ $count })
growth-catalogue-label = Training catalogue
growth-course-add = Add a course
growth-course-name = Name
growth-course-name-en = English name (optional)
growth-course-added = The course is in the catalogue.
growth-course-retire = Retire a course
growth-course-retire-why = Why it is retired (records stay)
growth-course-retired = The course is retired.

# The career ladder
growth-ladder = What the next post asks
growth-ladder-to = The way to { $post }
growth-ladder-top = The highest post is reached
growth-ladder-note = Now { $position }; posted results only, up to { $period }. A row shows how it is worked out
growth-ladder-held = Now { $position }
growth-position-none = no post on record
growth-ladder-nothing = Nothing is posted yet, so there is nothing to check.
growth-ladder-free = { $post } asks for nothing.
growth-need = Condition
growth-need-still = Still needed
growth-need-met = Met
growth-need-missing = Missing
growth-need-unknown = Not enough data
growth-need-nothing = Met
growth-need-more = { $amount } more
growth-need-when = { $period }: { $why }
growth-need-fewer = { $amount } less
growth-amount-points = { $count } { $count ->
    [one] point
   *[other] points
}
growth-amount-months = { $count } { $count ->
    [one] month
   *[other] months
}
growth-amount-hours = { $count } { $count ->
    [one] hour
   *[other] hours
}
growth-amount-percent = { $count }%
growth-ladder-all = The whole ladder
growth-post-free = Nothing is asked
growth-ladder-shipped = This ladder comes with the program; the committee can make it the bank's own.
growth-ladder-version = Version { $number }, { $day }, { $by }: { $why }
growth-ladder-keep = Change the ladder
growth-ladder-help = Posts stand from the lowest up; **held** is the word by which a position is told, **when** a condition (as formulas of schemes are written), **says** the sentence that people read.
growth-ladder-codes = Besides the codes of indicators there are: { $codes }
growth-ladder-text = Ladder (TOML)
growth-ladder-why = Why it is changed
growth-ladder-do = Check and keep
growth-ladder-kept = The new ladder holds; the old one stays on file.
growth-code-total = total
growth-code-grade-place = place of the grade
growth-code-rank-share = rank share
growth-code-service-months = months of service
growth-code-training-hours = hours of training
growth-code-deductions = points deducted
growth-code-vetoes = veto
growth-code-results = periods with a total
growth-code-plans-met = plans met

# What is said when something is refused
errors-growth-not-posted = The result of { $period } is not posted yet; talks and plans come after that.
errors-talk-empty = Say what was talked about and what was advised.
errors-talk-day = A talk is held after the period has begun, and not later than today.
errors-talk-action = Each action says what is done, by whom, and a day not before the talk.
errors-talk-follow-up = The follow-up comes after the talk.
errors-talk-unknown = There is no talk { $talk }.
errors-talk-withdrawn = This record was withdrawn.
errors-talk-confirmed = You have confirmed it already.
errors-talk-held-by = Only whoever recorded a talk can withdraw it.
errors-talk-followed-up = It was followed up already.
errors-talk-came = Say of each agreed action what came of it.
errors-plan-open = There is an improvement plan that is not over; change it or end it first.
errors-plan-unknown = There is no improvement plan { $plan }.
errors-plan-closed = This plan is over.
errors-plan-moved = The plan has just become revision { $revision }; please look at it first.
errors-plan-same = Nothing was changed.
errors-plan-signed = This side has signed this revision already.
errors-plan-not-running = The plan is not running; its outcome can be said once both have signed, or it can be called off.
errors-plan-outcome = There is no outcome "{ $outcome }".
errors-plan-goals = Choose at least one indicator, each once.
errors-plan-indicator = There is no indicator { $indicator }.
errors-plan-no-baseline = There is no figure of { $indicator } in { $period } to start from, so it cannot be a goal.
errors-plan-target = The target of { $indicator } is no number.
errors-plan-worse = The target of { $indicator } is worse than the start, { $baseline }; it has to be as good at least.
errors-plan-days = The days of { $indicator } do not fit: it ends after it begins, and after the period of the result.
errors-course-fields = A course has a name, and more than 0 hours but at most { $most }.
errors-course-name = The catalogue has a course "{ $name }" already.
errors-course-unknown = The catalogue has no course { $course } (any more).
errors-course-offered = This course is offered already.
errors-course-not-offered = This course is not offered, or no longer.
errors-course-day = The day must not be later than today.
errors-course-done = This course is recorded as done on that day already.
errors-ladder = The ladder cannot be kept.
errors-ladder-same = Nothing was changed.
errors-ladder-moved = The ladder has just become version { $version }; please open it again.
fault-ladder-toml = The ladder is no valid TOML: { $detail }.
fault-ladder-short = A ladder has two posts at least.
fault-ladder-twice = Two posts are told by the word "{ $where }".
fault-ladder-others = "{ $where }" has a condition that reads others' figures; a ladder looks at the person alone.
