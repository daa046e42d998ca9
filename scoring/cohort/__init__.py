"""A cohort in a period: what people were measured at, held to, and present for, and what of it a rule reads."""
