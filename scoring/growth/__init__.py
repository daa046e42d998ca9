"""What follows from a result for a person: falling totals, goals of a plan, posts of the career ladder."""
