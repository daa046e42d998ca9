"""Words and figures as people read them, in Chinese and English. No interface."""
