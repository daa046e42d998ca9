"""What follows from a result for a person, as stored: talks, improvement plans, training, the ladder."""
