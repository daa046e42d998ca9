"""What follows from a result for a person: talks, improvement plans, training, the career ladder."""
