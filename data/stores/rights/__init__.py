"""Rights: who acts for whom, and the trail as it is read."""
