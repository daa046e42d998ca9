"""Parts of the pages about pay."""
