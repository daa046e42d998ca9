### The checks of a scheme: check-RULE what is found, citation-RULE what the rule rests on.

## The supervisory classes within a sentence
check-class-compliance = compliance
check-class-risk = risk
check-class-efficiency = efficiency
check-class-transformation = transformation
check-class-social = social responsibility

## What is found
check-S00 = { $fault }
check-S01 = Nothing in the scheme reads the derived measure { $where }.
check-S02 = The condition “{ $condition }” of { $where } can never hold, as if it were not there.
check-W01 = The weights sum to { $total }; they must sum to { $points }.
check-W01-of = The weights of the list { $where } sum to { $total }; they must sum to { $points }.
check-W02 = Compliance and risk together weigh { $joint }, not clearly above the other classes: { $other } weighs { $highest } and the lead must be at least { $lead } points.
check-W03 = Strict reading: compliance ({ $compliance }) and risk ({ $risk }) must each outweigh every other class (highest { $highest }).
check-W04 = Compliance and risk together weigh { $joint }; at least { $minimum } is expected.
check-W04-zero = Compliance weighs { $compliance } and risk { $risk }: both classes must be appraised.
check-W05 = Of the five classes these are absent: { $missing }.
check-W06 = Indicator { $where } weighs { $weight }, more than { $limit }.
check-W06-light = Indicator { $where } weighs { $weight }, less than { $limit }; it will hardly be felt.
check-W07 = There { $count ->
    [one] is 1 indicator
   *[other] are { $count } indicators
}, more than { $limit }; the focus may be lost.
check-W07-few = There { $count ->
    [one] is only 1 indicator
   *[other] are only { $count } indicators
}, fewer than { $limit }; much of the work goes unseen.
check-W08 = Indicator { $where } demands a rank, a share or a comparison with peers; this is not allowed.
check-W08-peers = { $where } has no target and is scored by comparison with others alone: in effect it asks for a place. Give it a target too.
check-W09 = Indicator { $where } is tagged { $tag }; in the indicator library it belongs to { $library }.
check-W10 = Rated indicators weigh { $value } together; between { $low } and { $high } is expected.
check-W11 = The weight of class { $where } rises by { $moved } percentage points, more than { $limit }; attach a simulation of the effects.
check-W11-less = The weight of class { $where } falls by { $moved } percentage points, more than { $limit }; attach a simulation of the effects.
check-I01 = Indicator { $where } appraises deposits, loans or another amount of money at a point in time; this is not allowed. Use the daily average.
check-I02 = Indicator { $where } has no concrete target.
check-I03 = Indicator { $where } is scored by attainment with a target of { $value }; this cannot be worked out. Use a piecewise rule, or take another base.
check-I04 = The rule of indicator { $where } goes against its direction: { $detail }.
check-I05 = The cap of indicator { $where } is { $cap }, above { $limit }.
check-I05-none = Indicator { $where } has no cap.
check-I06 = Additions may reach { $value } points, more than { $limit }.
check-I06-loose = The addition “{ $where }” belongs to no indicator.
check-I07 = The rated indicator { $where } has { $count ->
    [one] 1 behaviour anchor
   *[other] { $count } behaviour anchors
}; one for each of { $grades } grades is expected.
check-I08 = The fact behind indicator { $where } counts again elsewhere: { $ways }.
check-I09 = Indicator { $where } is beyond the control of a customer manager.
check-I10 = Indicator { $where } names no data source, owner or cut-off day.
check-I10-none = The scheme names no data source, owner or cut-off day for any indicator.
check-A01 = The head office's authorisation (reference, date, scope) is missing; a branch may not make its own scheme.
check-A02 = The target { $value } of { $where } is stricter than the head office's { $head_office }.
check-A02-arrears = { $where } rests on what was missed before ({ $measures }): it is added to the next plan. Make sure that this does not raise the standard step by step, and that leave creates none of it.
check-A02-people = What people were given for { $where } sums to { $value }, more than the branch's target { $branch }.
check-A03 = { $where } looks like a one-off or temporary appraisal outside the scheme; this is not allowed.
check-A03-late = Indicator { $where } was set up on { $created }, after the cycle began on { $start }.
check-A03-outside = “{ $where }” is a reward outside the scheme.
check-A04 = It would hold from { $start }, but all up to { $closed } is closed; a scheme has no retroactive effect.
check-A04-live = This version is in force or frozen and cannot be changed.
check-P01 = The consultation is not on record (date with staff or union, date of posting, receipts of all).
check-P02 = The scheme was published { $days ->
    [one] 1 day
   *[other] { $days } days
} before the cycle; at least { $limit } are expected.
check-P02-signed = Only { $share }% of the people have signed their targets.
check-P03 = The notice lasts { $days ->
    [one] 1 working day
   *[other] { $days } working days
}; at least { $limit } are expected before pay.
check-P04 = There is no way to appeal.
check-P04-days = Appeals may be lodged for { $days ->
    [one] 1 working day
   *[other] { $days } working days
}; at least { $limit } are required.
check-P04-reviewer = Appeals are reviewed by the first rater; somebody else must do it.
check-P04-worse = It is not said that an appeal cannot make the result worse.
check-P05 = No interview is on record for: { $people }.
check-P05-plan = There is no improvement plan for: { $people }.
check-P06 = “{ $where }” was both done and checked by { $person }.
check-P07 = Records are kept { $years ->
    [one] 1 year
   *[other] { $years } years
}; at least { $limit } after the last deferred payment are expected.
check-L01 = “{ $text }” dismisses whoever comes last; last is not the same as incompetent.
check-L02 = With { $count ->
    [one] 1 person
   *[other] { $count } people
}, fewer than { $limit }, a forced distribution is not advisable.
check-L02-lowest = The lowest grade { $where } has a quota; it must follow from an absolute standard.
check-L03 = The monthly pay of { $where } is below the minimum wage.
check-L03-loss = Compensation takes { $share }% of the month's wage of { $where }, more than { $limit }%.
check-L04 = { $where } loses score or pay for maternity, pregnancy, work injury or annual leave.
check-M01 = For posts that matter to risk { $share }% is deferred over { $years ->
    [one] 1 year
   *[other] { $years } years
}; at least 40% over 3 years is required.
check-M02 = The deferred instalments { $instalments } are front-loaded.
check-M03 = The clawback clause lacks: { $missing }.
check-M04 = The highest coefficient is { $value } times the lowest; between { $low } and { $high } is expected.
check-D01 = “{ $where }” is deducted while accountability is pending or exempted.
check-D02 = Inherited bad loans count in full after { $value ->
    [one] 1 month
   *[other] { $value } months
}; at least { $limit } are expected.
check-D03 = Indicator { $where } has values outside the plausible range.
check-D03-missing = Indicator { $where } is missing for { $share }% of the people, more than { $limit }%.
check-D03-stale = The data of indicator { $where } are stale.
check-V01 = Column “{ $where }” of an import looks like customers' personal data.
check-V02 = Group { $group } of indicator { $where } counts from { $count ->
    [one] 1 rater
   *[other] { $count } raters
}; at least { $limit } protect them.
check-V02-shown = Rater group “{ $where }” is too small to be shown by itself.
check-V03 = “{ $where }” took effect without a person's confirmation and an explanation.
check-V04 = “{ $where }” can be seen by colleagues; it should not.
check-F01 = Indicator { $where } hardly tells anybody apart (coefficient of variation { $value }).
check-F01-cap = { $share }% of the people are at the cap of indicator { $where }.
check-F02 = Scores depend strongly on “{ $where }” (ρ = { $rho }).
check-F03 = Rater { $where } is { $distance ->
    [one] 1 standard deviation
   *[other] { $distance } standard deviations
} away from the other raters.

## What a rule rests on
-prevails = (the regulator's own text prevails)
-notice-2012-34 = CBRC Notice 2012 No. 34 { -prevails }
-notice-2010-14 = CBRC Notice 2010 No. 14 { -prevails }
-notice-2021-17 = CBIRC Office Notice 2021 No. 17 { -prevails }
-notice-2024-11 = NFRA Notice 2024 No. 11 { -prevails }
-practice = Practice
-control = Internal control
-fairness = Fairness
-arithmetic = Arithmetic
-notices-2012-2018 = CBRC Notice 2012 No. 34; CBIRC Office Notice 2018 No. 48 { -prevails }
citation-S00 = { -arithmetic }
citation-S01 = { -arithmetic }
citation-S02 = { -arithmetic }
citation-W01 = { -arithmetic }
citation-W02 = { -notice-2012-34 }
citation-W03 = { -notice-2012-34 }
citation-W04 = { -notice-2012-34 }
citation-W05 = CBRC Notice 2012 No. 34, art. 5 { -prevails }
citation-W06 = { -practice }
citation-W07 = { -practice }
citation-W08 = { -notices-2012-2018 }
citation-W09 = Against gaming of classes
citation-W10 = { -practice }
citation-W11 = { -practice }
citation-I01 = { -notices-2012-2018 }
citation-I02 = { -notice-2012-34 }
citation-I03 = { -arithmetic }
citation-I04 = { -arithmetic }
citation-I05 = { -practice }
citation-I06 = { -notice-2012-34 }
citation-I07 = Ratings need behaviour anchors
citation-I08 = { -fairness }
citation-I09 = { -practice }
citation-I10 = Accuracy of data
citation-A01 = { -notice-2012-34 }
citation-A02 = { -notices-2012-2018 }
citation-A03 = CBRC Notice 2012 No. 34; CBIRC Office Notice 2021 No. 17 { -prevails }
citation-A04 = CBRC Notice 2012 No. 34 { -prevails }; Labour Contract Law, art. 4
citation-P01 = Labour Contract Law, art. 4
citation-P02 = { -practice }
citation-P03 = { -practice }
citation-P04 = { -notice-2024-11 }
citation-P05 = Labour Contract Law, art. 40
citation-P06 = { -control }
citation-P07 = CBRC Notices 2012 No. 34 and 2010 No. 14 { -prevails }
citation-L01 = Supreme People's Court Guiding Case 18
citation-L02 = Supreme People's Court Guiding Case 18; small numbers
citation-L03 = Interim Provisions on Wage Payment, art. 16
citation-L04 = Special Provisions on the Labour Protection of Female Employees, art. 5
citation-M01 = CBRC Notice 2010 No. 14, art. 16 { -prevails }
citation-M02 = { -notice-2010-14 }
citation-M03 = { -notice-2021-17 }
citation-M04 = { -practice }
citation-D01 = { -notice-2024-11 }
citation-D02 = { -practice }
citation-D03 = Accuracy of data
citation-V01 = Personal Information Protection Law, art. 6, 24, 28, 51
citation-V02 = Anonymity
citation-V03 = Personal Information Protection Law, art. 24
citation-V04 = Personal Information Protection Law, art. 6
citation-F01 = { -fairness }
citation-F02 = { -fairness }
citation-F03 = { -fairness }
