"""Results of a period: live, frozen, published, proved, and as scorecard."""
