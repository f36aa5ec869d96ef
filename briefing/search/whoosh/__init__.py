"""The embedded index: Whoosh's index with a codec of our own. The only package that imports whoosh."""

import warnings

# Whoosh 2.7.4 is from 2016: compiling its source on a newer Python warns of literals and escapes on stderr, which is
# the reader's screen. Nothing of it concerns the reader.
with warnings.catch_warnings():
    warnings.simplefilter("ignore", SyntaxWarning)
    warnings.simplefilter("ignore", DeprecationWarning)
    import whoosh.codec.base
    import whoosh.index
    import whoosh.writing  # noqa: F401
