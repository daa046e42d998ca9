"""Papers that are handed to people."""
