"""What follows from a result: whose people somebody is, and who has signed for what."""
