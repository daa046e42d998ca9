"""The file itself: opening it, bringing it up to date, copying it, and what can be wrong with it."""
