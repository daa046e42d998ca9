"""What is stored, one module a subject: statements in, dataclasses out."""
