"""What runs beside the pages to keep the database."""
