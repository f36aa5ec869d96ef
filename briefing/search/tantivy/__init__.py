"""The engine for large libraries: tantivy's index with our words. The only package that imports tantivy."""
