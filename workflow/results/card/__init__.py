"""What stands behind the figures of one person's scorecard: events, leave, files, and why it changed."""
