"""Files of measured values, read and judged as one list of lines."""
