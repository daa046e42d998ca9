step-mean = sum of the contributions
step-additions = additions
step-deductions = deductions
step-cap = cap
step-floor = floor
step-veto = veto
bar-vetoed = veto
