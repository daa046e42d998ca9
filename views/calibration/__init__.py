"""Parts of the calibration meeting's page."""
