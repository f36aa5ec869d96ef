"""The embedded index: Whoosh's index with a codec of our own. The only package that imports whoosh.

Whoosh writes the index and keeps its table of contents; what is searched is read without it (see `reader`), since
loading Whoosh takes longer than most answers.
"""
