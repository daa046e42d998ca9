"""What a branch looks at first: who stands where, why it changed, what waits."""
