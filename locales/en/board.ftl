sentence-end = .
vs-last-month = vs last month
vs-last-quarter = vs last quarter
vs-last-half-year = vs last half-year
vs-last-year = vs last year
board-branch-first = The branch scores **{ $total }**; there is no earlier period to compare with
board-branch-same = The branch scores **{ $total }**, unchanged { $versus }
board-branch-up = The branch scores **{ $total }**, up { $change } { $versus }
board-branch-down = The branch scores **{ $total }**, down { $change } { $versus }
board-scheme-changed = a new scheme begins here, so movements { $versus } include its effect
board-rise = **{ $team }** gained most ({ $change } points)
board-fall = **{ $person }** lost most ({ $change } points)
board-fall-again = **{ $person }** lost most ({ $change } points) and has fallen { $periods ->
    [one] 1 period
   *[other] { $periods } periods
} running
board-unfinished = Data are still coming in: people due **{ $due }**, with a total **{ $scored }**, without data **{ $missing }**. The branch scores { $total } so far; ranks and grades are shown once the data are in.
board-score-provisional = Branch score (provisional)
board-rests-on = rests on { $scored } of { $due } people
board-places = Places
board-counted = Counted
board-thin = { "; " }for information only, at most half of the members count: { $teams }
board-names = Names
board-without = { $count } without data
board-lacking = { $count } with too little data
board-protected = { $count } in protection
board-all-ranked = everybody is ranked
board-not-before = nothing to compare with in the last period
board-withheld = withheld until the data are in
board-notice-left = { $days ->
    [one] { $days } working day of notice left
   *[other] { $days } working days of notice left
}
board-notice-over = notice ended on { $until }; appeals can open
board-progress = Time gone / targets met
board-progress-none = no target grows with the days
board-behind = { $name } is slowest: { $share }
board-waiting = Waiting for me
board-waiting-note = { $more } more to note
board-waiting-open = Open
board-falling = **Falling { $fewest } { $fewest ->
    [one] period
   *[other] periods
} or more:**
board-falling-name = { $name } ({ $periods ->
    [one] 1 period
   *[other] { $periods } periods
})
waiting-vote = Scheme { $version } is proposed and asks for your vote
waiting-weights = The round “{ $question }” asks for your weights by { $until }
waiting-publish = { $period }: the data are in, it can be published
waiting-notice = { $period } is in notice, { $days ->
    [one] { $days } working day
   *[other] { $days } working days
} left (until { $until })
waiting-notice-over = { $period }: notice ended on { $until }; appeals can open
waiting-reviews = 360 reviews: { $count } to be handed in by { $until }
waiting-reviews-closed = "{ $campaign }" is over: its results can be drawn
waiting-questions = { $count ->
    [one] One question about the scheme waits for an answer
   *[other] { $count } questions about the scheme wait for answers
}
waiting-comments = { $count ->
    [one] One comment on scheme { $version } waits for a decision
   *[other] { $count } comments on scheme { $version } wait for a decision
}
waiting-reviews-drawn = The results of "{ $campaign }" wait to be released
waiting-without = **{ $period }, without data: { $count }**
waiting-lacking = **{ $period }, too little data for a total: { $count }**
waiting-falling = **Falling { $fewest } { $fewest ->
    [one] period
   *[other] periods running
} or more: { $count }**
period-earlier = Earlier period
period-later = Later period
period-open = { $period } · { $state }
period-coming = Data of { $period } are being worked on ({ $state }); the results are shown once they are published.
period-provisional = { $period } ({ $state }) is not published: everything below is **provisional** and may change.
period-unfinished = { $period } ({ $state }) is not complete: everything below is **provisional**, without ranks and grades.
errors-period-not-shown = The results of { $period } are not published yet; they are shown once they are.
errors-shown-since = Managers see results from “in notice” or from “final” on; there is no “{ $state }”.
errors-notice-days = A notice lasts 1 to { $most } working days, not { $days }.
board-scored = With a total
board-status = Data
board-status-ranked = has a total
board-status-protected = has a total (protected)
board-status-excluded = not ranked
board-status-low-coverage = too little
board-status-blocked = something missing
board-status-no-data = none yet
board-person-nothing = **{ $name }** is due in { $period }; there are no data yet.
periods-open = { $count ->
    [0] Every period is published.
    [one] One period is not published.
   *[other] { $count } periods are not published.
}
period-without = Without any data: { $count }
posting = Publishing
posting-since = From when on managers see results
posting-since-notice = from the notice on
posting-since-final = once final
posting-days = Working days of notice
posting-do = Save
posting-done = Saved, and kept in the trail.
board-back = Back to the leaderboard
board-place = { $at } of { $of } on the board
board-previous-name = ‹ Previous: { $name }
board-next-name = Next: { $name } ›
side-heat = Points lost by class
side-heat-title = { $name } is weakest: { $mean } on average
side-heat-note = Mean score by class, green high, red low; a row opens the scorecard
side-why = Why it moved
side-why-note = The exact split of every person, summed: the lines add up to the movement
side-spread = Grades
side-spread-label = How totals are spread: people in each five points
side-spread-note = People in each five points; dotted lines are where grades begin, quotas and vetoes count too
side-grade = { $grade }: { $people }
board-by = Show
board-all-teams = All teams
board-all-positions = All positions
board-by-total = Total and its parts
board-by-kind = Points of { $kind } indicators
board-kind-points = Points (of { $full })
board-kind-rate = Mean score
board-indicator-score = Score of it
moved-title = Why it moved
moved-nothing = There is nothing to compare with: no result in the period before, or data are missing.
moved-whose = Of whom
moved-branch = The branch
moved-sentence = { $who }: from { $before } to **{ $after }** ({ $versus }).
moved-scheme = { " " }The scheme changed; its effect is in the lines.
moved-what = Reason
moved-more = Who
moved-points = Effect (points)
moved-others = Other indicators
moved-rules = Rules (sections, conditions)
moved-adjustments = Additions, deductions, vetoes
moved-limits = Caps and limits
moved-joined = Ranked for the first time, or joined
moved-left = No longer ranked, or left
moved-shifted = Other shares of the same people
moved-total = Together
moved-person = { $name } { $points }
span = Span
span-month = Month
span-quarter = Quarter
span-half-year = Half-year
span-year = Year
longer-sentence = { $period }: the branch averages **{ $total }**, **{ $team }** leads with { $mean }; the mean of { $parts } published periods out of { $expected }.
longer-note = Mean of the team's scores; { $parts } of { $expected } periods published; in points
longer-people = Managers: { $people }
longer-people-note = Mean of the totals of the periods in which the person was ranked (none in protection or without data); who was ranked in fewer than half has no rank; grades and coefficients stay those of each period
longer-teams = { $teams ->
    [one] 1 team
   *[other] { $teams } teams
}
longer-mean = Mean score
longer-counted = Periods
longer-parts = Each period
longer-few = ranked in fewer than half of the periods
longer-not = not ranked in this period
longer-scheme-changed = The scheme changed within this time; scores before and after do not compare directly.
waiting-vote-retire = Scheme { $version } is to be retired and asks for your vote

## Recognition
recognised = Recognition
recognised-note = Nobody is told as last. Gains are against the period before, a best is of one's own periods under the same scheme; help is a book taken over in the period, and additions that were approved
recognised-own-note = Names alone, without anybody's figures
recognised-nobody = nobody in this period
recognised-most-improved = Most improved
recognised-personal-best = Personal best
recognised-help-given = Help given
recognised-gain = { $name } { $gain }
recognised-best = { $name } { $total } (best of { $count ->
    [one] one period
   *[other] { $count } periods
})
recognised-help = { $name }: { $grounds }
recognised-taken-over = took over a colleague's book
recognised-addition = approved additions
recognised-own-gain = **Among the most improved**: total { $gain }
recognised-own-best = **Personal best**: total { $total }, the best of { $count ->
    [one] one period
   *[other] { $count } periods
}
recognised-own-help = **Help given**: { $grounds }
recognised-names = { $what }: { $names }
