"""The words of the domain: immutable, orderable, hashable; imports the standard library only."""
