"""Who may do what: roles, one permission table, accounts, sign-in and sessions, the audit chain."""
