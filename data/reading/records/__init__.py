"""Every other kind of file, read and judged row by row."""
