### Lines of pay: articles, arithmetic, words of formulas, what can be wrong.

diff-field-pay = lines of pay
diff-field-payment = paying out

## What lines of pay know
formula-subject-pay = line of pay
formula-subject-coefficient = coefficient of the grade
formula-subject-presence = share of days present
formula-subject-deductions = points deducted
formula-spelled-pay = the amount of { $name }
formula-spelled-coefficient = the coefficient of the grade
formula-spelled-presence = the share of days present
formula-spelled-deductions = the points deducted
formula-why-no-pay = the line { $code } has no amount
formula-why-no-coefficient = there is no coefficient
formula-why-no-presence = the days present are not known
formula-why-no-deductions = the points deducted are not known

## Articles
regulation-chapter-pay = Pay
regulation-pay = “{ $name }”: { $what }.
regulation-pay-price = { $price } yuan for each unit of { $quantity }
regulation-pay-share = { $share }% of { $name }
regulation-pay-pool-all = a pool of { $pool } (yuan) shared among all in proportion to { $share }; who has less than none takes no part; to the fen, by largest remainder
regulation-pay-pool-team = a pool of { $pool } (yuan) for each team, shared in it in proportion to { $share }; who has less than none takes no part; to the fen, by largest remainder
regulation-pay-nobody-unpaid = Where nobody has a share, nothing is paid.
regulation-pay-nobody-equal = Where nobody has a share, all whom the line concerns get equal parts.
regulation-pay-coefficient = { $product } (yuan)
regulation-pay-step = by { $on }: { $steps }
regulation-pay-step-first-left = below { $edge }, { $amount } yuan
regulation-pay-step-first-right = up to and with { $edge }, { $amount } yuan
regulation-pay-step-left = from { $low } to below { $high }, { $amount } yuan
regulation-pay-step-right = above { $low } up to and with { $high }, { $amount } yuan
regulation-pay-step-last-left = from { $edge } on, { $amount } yuan
regulation-pay-step-last-right = above { $edge }, { $amount } yuan
regulation-pay-bonus = a bonus of { $amount } yuan
regulation-pay-fine = { $amount } (yuan) is deducted
regulation-pay-floor = where { $of } together give less than { $amount } yuan, the rest is added
regulation-pay-ceiling = what { $of } together give above { $amount } yuan is not paid
regulation-pay-bracket = { $rate }% of what is above { $bound } yuan
regulation-pay-brackets-held = of { $of } together { $rates }; that much is deferred
regulation-pay-brackets-paid = of { $of } together { $rates }; that is paid besides
regulation-pay-brackets-deducted = of { $of } together { $rates }; that is deducted
regulation-pay-loss = It makes good a loss: at most 20% of the month's wage is deducted for it, and the rest is not below the minimum wage.
regulation-pay-when = Condition: { $when }.
regulation-pay-positions = For: { $positions }.
regulation-pay-at-once = It is not deferred.
regulation-pay-rounding = Every line is in yuan, rounded half up to the fen; scores and coefficients are those posted. A line that lacks a figure pays nothing until the figure is there.
regulation-pay-deferred = { $positions } bear materially on risk: { $share } of their pay is deferred and released in { $years } equal yearly parts, never more at first.
regulation-pay-wage = The wage of the period that deductions are held against: { $wage }.
regulation-pay-minimum = The minimum wage: { $minimum }.

## Kinds of lines, and what is set in them
pay-kind-price = price
pay-kind-pool = pool
pay-kind-coefficient = base times coefficients
pay-kind-step = steps
pay-kind-bonus = bonus
pay-kind-fine = deduction
pay-kind-floor = floor
pay-kind-ceiling = ceiling
pay-kind-brackets = brackets
pay-field-when = Condition
pay-field-quantity = Quantity
pay-field-shares = Quantity by shares
pay-field-price = Price
pay-field-pool = Pool
pay-field-share = Share
pay-field-base = Base
pay-field-factors = Factor
pay-field-on = Read
pay-field-amount = Amount

## The editor
editor-part-pay = Pay
editor-pay = Lines of pay
editor-pay-note = By what, how much, for whom and when. Amounts are in yuan, to the fen; lines may read each other, in whatever order they stand.
editor-pay-add = Add a line
editor-pay-kind = Kind
editor-pay-everybody = every post
editor-pay-shares-help = Measures with their shares in percent, such as lead and assistant, which sum to 100; in place of a quantity.
editor-pay-factors-help = A figure or an expression a line, multiplied one after the other
editor-pay-of-usual = all but floors, ceilings and what is held
editor-payment = Paying out and deferral
editor-payment-note = Whose pay is deferred, how much of it and over how many years. The minimum wage and the wage of the period bound deductions; a figure or the code of a measure.
editor-payment-material = Posts that bear materially on risk
editor-payment-deferred = Deferred share
editor-payment-years = Years
editor-payment-wage = Wage of the period
editor-payment-minimum = Minimum wage
editor-function-pay = the amount of a line of pay
editor-function-coefficient = the coefficient of the grade
editor-function-presence = the share of days present
editor-function-deductions = the points deducted
pay-field-edges = Edges
pay-field-amounts = Amounts (one more than edges)
pay-field-closed = An edge belongs to
pay-field-within = Shared among
pay-field-nobody = Where nobody has a share
pay-field-of = Lines together
pay-field-table = Bounds with their rates
pay-field-into = What is done with it
pay-field-loss = makes good a loss
pay-field-deferrable = may be deferred
pay-closed-left = the band above
pay-closed-right = the band below
pay-within-all = all
pay-within-team = each team
pay-nobody-unpaid = it stays unpaid
pay-nobody-equal = all get equal parts
pay-into-held = held back
pay-into-paid = paid besides
pay-into-deducted = deducted

## The handbook
handbook-pay = What is paid
handbook-pay-how = Line

## How a line came to its amount
pay-working-price = { $quantity } × { $price } = { $amount } yuan
pay-working-pool = share { $share } ÷ all shares { $shares } × pool { $pool } yuan = { $amount } yuan (a price of { $price } yuan)
pay-working-pool-unpaid = nobody has a share; the pool of { $pool } yuan is not paid
pay-working-pool-equal = nobody has a share; of the pool of { $pool } yuan everybody gets { $amount } yuan
pay-working-coefficient = { $base } × { $factors } = { $amount } yuan
pay-working-step-first-left = { $on } is below { $edge }: { $amount } yuan
pay-working-step-first-right = { $on } is not above { $edge }: { $amount } yuan
pay-working-step-left = { $on } lies from { $low } to below { $high }: { $amount } yuan
pay-working-step-right = { $on } lies above { $low } up to { $high }: { $amount } yuan
pay-working-step-last-left = { $on } reaches { $edge }: { $amount } yuan
pay-working-step-last-right = { $on } is above { $edge }: { $amount } yuan
pay-working-bonus = the condition holds: { $amount } yuan
pay-working-fine = deducted: { $amount } yuan
pay-working-floor = { $together } yuan together, topped up to { $bound } yuan: { $amount } yuan
pay-working-floor-kept = { $together } yuan together, not below { $bound } yuan: nothing is added
pay-working-ceiling = { $together } yuan together, at most { $bound } yuan: { $amount } yuan
pay-working-ceiling-kept = { $together } yuan together, not above { $bound } yuan
pay-working-brackets-held = { $together } yuan together: { $slices } = { $amount } yuan, deferred
pay-working-brackets-paid = { $together } yuan together: { $slices } = { $amount } yuan
pay-working-brackets-deducted = { $together } yuan together: { $slices } = { $amount } yuan, deducted
pay-working-not-met = the condition does not hold
pay-working-missing = a figure is missing, 0 for now: { $why }
pay-working-missing-line = a line that it rests on lacks a figure, 0 for now

## What can be wrong
expected-truth = true or false
fault-pay-quantity-one = The line of pay { $where } may have either quantity or shares.
fault-pay-shares = The shares of the line of pay { $where } sum to { $total }%; they must be 0 or more and sum to 100%.
fault-pay-line = The line of pay { $where } names “{ $value }”, which the scheme does not have; it has: { $choices }.
fault-pay-amounts = The line of pay { $where } has { $edges ->
    [one] 1 edge
   *[other] { $edges } edges
} and needs one amount more than that, not { $amounts }.
fault-pay-rising = The bounds in “{ $name }” of the line of pay { $where } must rise.
fault-pay-circle = Lines of pay lean on each other in a circle: { $circle }.
fault-pay-pool-below = { $where } comes to { $value } yuan; a pool cannot be below 0.
fault-pay-pool-differs = { $where } differs from person to person ({ $low } to { $high } yuan); those who share a pool need one and the same. Use all_sum(…) or team_sum(…).

## What the checks say
pay-guard = { $sentence } Source: { $citation }.
check-L03-unbounded = The line of pay “{ $where }” makes good a loss, but the scheme does not say what the wage and the minimum wage are (wage and minimum of payment): the bound of 20% cannot be held.
check-L04-attendance = The line of pay “{ $where }” pays by the attendance figure “{ $measure }”, which may cost people on maternity, injury or annual leave pay; presence() counts protected leave as present.
check-L04-missing = { $where } was on protected leave, and a figure is missing for { $lines }, which pay 0 for now: see that no pay is lost by it.
check-M01-brackets = The line of pay “{ $where }” stands in place of the deferred share; its lowest rate is { $rate }%, so that posts that matter to risk may stay below 40%.
check-M01-person = The post of { $where } matters to risk; { $share }% is deferred over { $years ->
    [one] 1 year
   *[other] { $years } years
}, where at least 40% over 3 years is asked for.
check-M04-run = Of those who were there throughout the highest pay is { $value } times the lowest; between { $low } and { $high } is expected.
check-A03-pay = The line of pay “{ $where }” is a campaign or single reward outside the appraisal.
