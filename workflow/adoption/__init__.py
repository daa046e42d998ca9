"""The life of a version: gate, impact, adoption."""
