"""Pages for people without an account, who come by a one-time link."""
