# Outcomes: what happened after the appraisal

desk-kind-outcomes = outcomes
fact-outcome = outcome
field-observed_on = observed on
rule-observed_too_early = must be observed after the last day of the period ({ $end }); what was known then is no outcome
rule-observed_in_future = this day has not come yet
rule-outcome_differs = “{ $outcome }” had another direction or unit before; an outcome has one of each
rule-outcome_new = an outcome that was never brought before; check its name
