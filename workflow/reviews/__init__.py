"""360 reviews: campaigns, who is asked, answers that nobody can join with a person, what is released."""
