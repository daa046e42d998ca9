"""Parts of the page of attention."""
