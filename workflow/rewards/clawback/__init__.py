"""Clawback: its checklist, its life, the objection to it."""
