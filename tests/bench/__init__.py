"""Times, which no test asserts: `make bench`."""
