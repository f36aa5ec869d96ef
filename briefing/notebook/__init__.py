"""What the reader decided: read and starred articles; an append-only journal that survives any rebuild."""
