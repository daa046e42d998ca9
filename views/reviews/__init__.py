"""Parts of the pages of 360 reviews: giving them, running a campaign, what came of it."""
