"""Parts of the leaderboard and of a person's pages."""
