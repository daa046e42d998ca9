"""What an administrator sees of the running dashboard: its log, its errors by number, its health."""
