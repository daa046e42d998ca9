### Expressions of a scheme: parts of what is wrong with one, and how one came to its figure.

## What was expected: parts of fault-formula-expected
formula-end = the end of the expression
formula-want-value = a number, a code, a function or “(”
formula-want-operator = an operator such as + − × ÷ or a comparison, or the end
formula-want-close = an operator, or “)”
formula-want-sign = “{ $sign }”
formula-want-equals = “==” (equality is written with two signs)
formula-want-one-comparison = “and” (comparisons are not strung together; write 1 < A and A < 2)
formula-want-condition = a condition (such as A > 0)
formula-want-number-or-condition = a number or a condition (not a text)
formula-want-text = a text (such as position() or "…")
formula-want-equality = “==” or “!=” (texts can only be the same or not)
formula-want-number = a number
formula-want-whole = a whole number from { $low } to { $high }
formula-want-rising = a bound above the one before
formula-want-code = a code
formula-want-more-values = a further value ({ $name } needs { $count } at least)
formula-want-brackets-of = “(” ({ $name } is a function; a code of this name is written [{ $name }])
formula-near = Is { $name } meant?

## What an expression can read
formula-subject-value = measure
formula-subject-target = target of an indicator
formula-subject-score = score of an indicator
formula-subject-section = section
formula-subject-total = the total
formula-subject-position = position
formula-subject-month = the month or quarter

## How an expression came to its figure
formula-statement = { $name } = { $formula } = { $value }
formula-plain = { $name } = { $value }
formula-missing = { $name } = { $formula }: missing, { $why }
formula-holds = { $formula }: holds
formula-fails = { $formula }: does not hold
formula-undecided = { $formula }: cannot be told and so does not hold, { $why }
formula-no-figure = –
formula-and = { " and " }
formula-or = { " or " }
formula-not = not { $condition }
formula-text = “{ $text }”
formula-if-holds = { $value } (as { $condition })
formula-if-fails = { $value } (as it is not so that { $condition })
formula-if-undecided = – (cannot be told: { $condition })
formula-call = { $name }({ $inside })
formula-call-min = smaller of
formula-call-max = larger of
formula-call-abs = size of
formula-call-round = rounded
formula-call-floor = rounded down
formula-call-ceil = rounded up
formula-call-brackets = by brackets
formula-slice = { $part }×{ $rate }%
formula-of = { $value } ({ $what })
formula-of-previous = { $whole ->
    [1] period before
   *[other] { $whole } periods before
}
formula-of-year-ago = a year before
formula-of-year-start = end of last year
formula-of-year-to-date = year to date
formula-of-sum-of-last = sum of { $whole } periods
formula-of-mean-of-last = mean of { $whole } periods
formula-of-all-sum = sum of all
formula-of-all-mean = mean of all
formula-of-all-min = lowest of all
formula-of-all-max = highest of all
formula-of-all-count = how many have it
formula-of-team-sum = sum of the team
formula-of-team-mean = mean of the team
formula-of-team-min = lowest of the team
formula-of-team-max = highest of the team
formula-of-team-count = how many of the team have it

## Why there is nothing
formula-why-no-value = { $code } has no value
formula-why-no-past = { $code } has no value before the first period
formula-why-no-target = { $code } has no target
formula-why-no-score = { $code } has no score
formula-why-no-section = section { $code } has no points
formula-why-no-total = there is no total
formula-why-no-position = the position is not known
formula-why-no-team = the person is in no team
formula-why-nobody = nobody has { $of }
formula-why-division = { $by } is 0, and nothing can be divided by 0
formula-why-too-large = the figure is too large

## An expression in words
formula-named = “{ $name }”
formula-spelled-target = the target of { $name }
formula-spelled-score = the score of { $name }
formula-spelled-section = the points of section { $name }
formula-spelled-total = the total
formula-spelled-position = position
formula-spelled-month = the month
formula-spelled-quarter = the quarter
formula-spelled-if = ({ $value } where { $condition }, else { $other })
formula-spelled-decimals = to { $count } decimals
formula-spelled-bracket = { $rate }% of what lies above { $bound }
formula-call-coalesce = first there is of
