"""Parts of the page of periods."""
