"""What a change does: sheets before and after, back-tests, what a unit pays, what lifts to the next grade."""
