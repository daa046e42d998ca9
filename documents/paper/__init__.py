"""What is printed, signed and posted: scorecards, leaderboard and notice, as PDF, Word and Excel."""
