"""The branch itself: its name, and the invented one."""
