"""The engine on files alone, and results as files."""
