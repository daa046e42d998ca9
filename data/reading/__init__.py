"""From files as clerks hand them over to judged rows: nothing is guessed, everything mended is told."""
