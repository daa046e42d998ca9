"""What is written, not clicked: memo, templates, reports in words. No interface."""
