"""What the staff asks and says about the scheme, and what is answered and decided."""
