"""Pay: runs, the ledger, deferral, clawback, statements."""
