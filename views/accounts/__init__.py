"""Parts of the page of accounts."""
