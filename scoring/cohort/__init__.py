"""A cohort in a period: what people were measured at and held to, and what of it a rule reads."""
