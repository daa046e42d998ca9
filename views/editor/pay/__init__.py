"""Lines of pay in the editor."""
