"""backup, restore: copies of the database."""
