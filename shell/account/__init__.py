"""Whose account it is: what the person does with it."""
