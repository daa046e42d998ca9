"""Reading files as clerks hand them over."""
