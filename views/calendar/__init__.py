"""Parts of the page of the calendar."""
