"""Files of any format as sheets of texts."""
