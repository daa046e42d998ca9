"""Parts of the scheme editor: where it begins, what is edited, what is checked, the file it makes."""
