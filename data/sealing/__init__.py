"""Rows tied to the trail: what a transaction added is hashed, and the hash goes into its entry's own."""
