"""Parts of pages about appeals."""
