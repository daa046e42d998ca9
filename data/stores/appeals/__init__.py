"""Appeals as stored, and what corrections did to results."""
