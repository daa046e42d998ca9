"""What pages are made of: words, formats, theme, tables, charts, components."""
