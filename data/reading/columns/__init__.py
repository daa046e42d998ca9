"""Which column is what, and which row is about a person."""
