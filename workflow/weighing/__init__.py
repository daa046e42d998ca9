"""Trying weights: simulation, scenarios, weights by a method, blind rounds."""
