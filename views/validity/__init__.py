"""Parts of the page of validity: weights, teams, reliability, outcomes, back-test, terms."""
