"""Do the scores mean anything, and are they fair? One period, its history, and what came afterwards."""
