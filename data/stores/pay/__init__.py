"""What pay is stored as: runs, the ledger, payroll files, checks, clawbacks, links."""
