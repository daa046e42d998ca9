"""Who may do what: people, roles, one permission table, the audit chain."""
