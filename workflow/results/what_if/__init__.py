"""What results would be with other facts: tried, and rolled back."""
