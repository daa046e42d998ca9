"""Keeping the database: copies of it, putting one back, what a crash has cost."""
