"""What comes in: batches, their rows, values and events as they were brought, samples of them."""
