"""Parts of the handbook page."""
