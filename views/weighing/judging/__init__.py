"""Judgements of what matters more, by either method, and the weights that they give."""
