"""Parts of the page about keeping the database."""
