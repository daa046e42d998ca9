# Validity and fairness

validity-title = Validity & fairness
validity-empty = There are no data yet. Import the results of a period and have them approved first.
validity-over = All figures are over the { $people ->
    [one] 1 person who is
   *[other] { $people } people who are
} ranked (of { $due } who are due).
validity-few = Only { $people ->
    [one] 1 person is
   *[other] { $people } people are
} ranked (of { $due } who are due): every interval is wide, and figures are hints.
validity-quiet = Nothing stands out: weights, teams, time in service and steadiness stay within what chance explains.
validity-and-more = { $names } and others ({ $all } in all)
validity-finding-heavy = { $names } together weigh { $nominal } but decide { $effective } of the differences between totals.
validity-finding-idle = { $names } together weigh { $nominal } but decide only { $effective } of the differences: they hardly tell people apart.
validity-finding-teams = { $share } of the differences lie between teams, by chance alone { $chance } on average (p = { $p }): teams do differ.
validity-finding-tenure = Totals go with time in service (ρ = { $rho }, 95% interval { $low } to { $high }).
validity-finding-unsteady = Totals are unsteady: one period and the next correlate at { $r } only (95% interval { $low } to { $high }).
validity-finding-foretold = Totals under version { $version } ({ $first } to { $last }) foretold "{ $outcome }": who scored high did well later (ρ = { $rho }, 95% interval { $low } to { $high }, { $people ->
    [one] 1 person
   *[other] { $people } people
}).
validity-finding-misled = Totals under version { $version } ({ $first } to { $last }) pointed the wrong way for "{ $outcome }": who scored high did worse later (ρ = { $rho }, 95% interval { $low } to { $high }, { $people ->
    [one] 1 person
   *[other] { $people } people
}).
validity-finding-untold = Whether totals under version { $version } ({ $first } to { $last }) foretold "{ $outcome }": not enough evidence (ρ = { $rho }, 95% interval { $low } to { $high }, { $people ->
    [one] 1 person
   *[other] { $people } people
}).
validity-findings = { $found ->
    [one] One more finding
   *[other] { $found } more findings
  }
validity-findings-note = Ordered by the share of the differences that they are about; what chance explains is no finding
validity-heavy = Too much weight
validity-heavy-note = Indicators that decide surely more than their weight, by half or more
validity-heavy-mark = decides too much
validity-idle = No discrimination
validity-idle-note = Decide less than half their weight, or half the people at the cap
validity-idle-mark = hardly distinguishes
validity-capped-mark = most at the cap
validity-between = Between teams
validity-by-chance = By chance alone { $chance } on average; p = { $p }
validity-steady = Period to period
validity-steady-unknown = No two neighbouring periods under one scheme yet
validity-interval-note = 95% interval { $interval }
validity-told = Outcomes foretold
validity-told-note = { $wrong } the wrong way, { $open } without enough evidence
validity-told-nothing = No outcomes were imported yet
validity-indicators = Nominal and effective weight: does each indicator do its work?
validity-indicators-note = Effective weight: how much of the differences between totals an indicator decides; { $people ->
    [one] 1 person
   *[other] { $people } people
}, 95% interval from drawing people; below 0 it works against the rest
validity-nominal = Nominal %
validity-effective = Effective %
validity-low = Low
validity-high = High
validity-verdict = Verdict
validity-cap = At cap %
validity-rest = r with rest
validity-overlaps = { $pairs ->
    [0] Between indicators: no two are strongly correlated ({ $limit } or more)
    [one] Between indicators: one pair is correlated at { $limit } or more, one thing counted twice
   *[other] Between indicators: { $pairs } pairs are correlated at { $limit } or more, one thing counted twice
  }
validity-overlaps-note = Correlation (r) of every two indicator scores, { $people ->
    [one] 1 person
   *[other] { $people } people
}; the colour is only strength: blue the same way, orange opposite
validity-own = Not compared with itself; or one of the two tells nobody apart
validity-pair = { $first } and { $second }: r = { $r }
validity-teams = Teams
validity-teams-none = There are no two teams to compare
validity-teams-more = { $share } of the differences lie between teams, more than chance ({ $chance } on average)
validity-teams-chance = { $share } of the differences lie between teams, which chance can bring ({ $chance } on average, one time in twenty above { $most })
validity-teams-note = { $people ->
    [one] 1 person
   *[other] { $people } people
} in { $teams ->
    [one] 1 team
   *[other] { $teams } teams
}; permutation test p = { $p }; beyond chance { $icc } (95% interval { $low } to { $high })
validity-mean = Mean score
validity-spread = Spread within
validity-alone = One member only: no interval
validity-tenure = Totals go with time in service: ρ = { $rho } (95% interval { $interval }, { $people ->
    [one] 1 person
   *[other] { $people } people
}).
validity-tenure-none = Totals and time in service: **not enough evidence**, ρ = { $rho } (95% interval { $interval }, { $people ->
    [one] 1 person
   *[other] { $people } people
}).
validity-steady-is = Period to period: a total and the next correlate at { $r } (95% interval { $interval })
validity-steady-note = { $first } to { $last }, { $periods ->
    [one] 1 period
   *[other] { $periods } periods
}; people ranked in both of two neighbours; kept apart where the scheme changed; interval from drawing people with all their periods
validity-steady-indicators = Each indicator from period to period
validity-version = Scheme
validity-range = { $low } to { $high }
validity-numbered = v{ $version }
validity-within = Within version { $version }
validity-across = From version { $before } to version { $after }
validity-pairs = Neighbours
validity-of-ranks = Of ranks
validity-of-totals = Of totals
validity-of-scores = Of scores
validity-interval = 95% interval
validity-fresh = Measured anew
validity-repeated = Carried over
validity-not-measured-anew = Not measured anew under this scheme
validity-reviews = Reviews are held twice a year and carried over between: only two rounds say how steady they are. The combined result is stored, not what each rater gave, so whether raters agree cannot be told here.
validity-outcomes = Did the score predict it?
validity-outcomes-are = Did the score predict it? Of { $outcomes } groups { $right } foretold, { $wrong } the wrong way
validity-outcomes-note = Observed after the appraisal and never part of any score; schemes kept apart; ranks correlated within each period, averaged by people; a positive ρ says that who scored high did well later
validity-outcomes-none = No outcomes yet. For example: the share of loans granted in the period that turned bad within a year, the deposits still there after half a year. The data officer imports “outcomes” on the data desk; the day of observation must be later than the period.
validity-outcome = Outcome
validity-good = Direction
validity-appraised = Appraised
validity-seen = Observed
validity-decided = ρ of totals
validity-in-force = ρ in force
validity-under = ρ compared
validity-gain = Difference
validity-beside = The same people, periods and data scored under **{ $version }** and under **{ $other }**, which is in force: which of the two tells better?
validity-gain-none = not enough evidence
validity-gain-better = tells it better
validity-gain-worse = tells it less
validity-verdict-right = foretold
validity-verdict-wrong = the wrong way
validity-verdict-none = not enough evidence
validity-parts = Which classes and indicators foretold it
validity-part = Class or indicator
validity-part-kind = Level
validity-class = Class
validity-not-measured = No data, or it tells nobody apart
validity-against = Version to compare with (outcomes, back-test)
validity-backtest = Back-test: had this version been in force
validity-backtest-note = Periods: the last { $periods }, beside the schemes that decided them; both on the figures of those periods; the pool is a cost, neither good nor bad
validity-tau = Same order τ
validity-moved = People who move
validity-mean-move = Mean places
validity-regraded = Change grade
validity-pool = Cost of pay %
validity-terms = Terms
term-effective = Effective weight
term-effective-is = : the share of the differences between totals that an indicator brings; all add up to 100%. An indicator on which all score alike decides nothing, whatever its weight.
term-covariance = Covariance
term-covariance-is = : whether two figures are high and low together. Effective weight = covariance of the contribution with the total ÷ variance of the total.
term-cap = At the cap
term-cap-is = : the share of people with the highest score there is. Most at the cap means a soft target.
term-r = Correlation r
term-r-is = : whether two figures go together: 1 the same way, 0 unrelated, −1 opposite.
term-eta = η²
term-eta-is = : the share of the differences that lies between team means. Small teams differ by chance already, so it is set beside teams drawn at random.
term-icc = ICC(1)
term-icc-is = : what is left between teams once chance is taken off; it may be below 0, less than random teams would have.
term-p = p
term-p-is = : how often teams drawn at random would differ as much. Below 0.05 it is more than chance.
term-interval = 95% interval
term-interval-is = : the range that these people alone allow; a correlation whose interval holds 0 is not enough evidence.
term-rho = Spearman ρ
term-rho-is = : how far two rankings agree: 1 fully, 0 not at all, −1 reversed.
term-retest = Period to period
term-retest-is = : the correlation of one period with the next for the same people. Near 1 the result is the person's, near 0 mostly the period's luck.
term-tau = Kendall τ
term-tau-is = : of any two people, how much more often both schemes put them in the same order than in the opposite one; 1 is no change of order.
term-pool = Cost of pay
term-pool-is = : what the lines of pay give; where a side has none, the sum of everybody's grade coefficients.
errors-validity-usage = Name the period once: after the command, or with --to.
errors-validity-empty = There is no period with a result. Import the results of a period, have them approved, and adopt a scheme.
