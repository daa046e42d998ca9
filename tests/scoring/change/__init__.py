"""What a change does to pay."""
