"""DuckDB: migrations, queries, readers of files, the demo branch."""
