"""Parts of the pages about one person: every step of the total, of an indicator, and of a change."""
