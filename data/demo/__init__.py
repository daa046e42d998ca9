"""An invented branch: its people, their strengths, and what happened to them. No database here."""
