"""Parts of the data desk."""
