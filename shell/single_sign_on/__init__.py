"""Signing in by a provider: the button, the way to the provider and back, and out of it again."""
