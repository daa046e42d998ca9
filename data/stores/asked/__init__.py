"""What staff ask and say about the scheme, and what is answered."""
