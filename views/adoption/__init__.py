"""Parts of the page of versions: contents, gate, life."""
