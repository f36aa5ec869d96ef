"""A corpus and its derived state: scanned, stored, indexed, asked."""
