"""What the reader decided, in an append-only journal that survives any rebuild.

`decisions` makes them, `journal.Notebook` keeps them and answers; `line` is how one is written in the file.
"""
