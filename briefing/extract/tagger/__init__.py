"""Which words with a capital are names, and of what: an averaged perceptron that looks at these words only.

The weights in `weights.bin` were learnt from nine tenths of the Groningen Meaning Bank (public domain; news, mostly of
the Voice of America), tokens and marks of names only. `python -m briefing.extract.tagger.train FILE --write` makes the
same file anew from `gmb-ner.tsv.xz` and prints how well it does; `python -m tests.eval names` scores it with the rules
around it, and the rules without it.

On the held-out tenth (4,480 sentences, 8,266 names, never learnt nor chosen by), F1 of borders and kind, untyped first:

    tagger alone      0.922  0.841   person 0.816  organisation 0.696  place 0.905  other 0.411
    rules alone       0.872  0.785   person 0.801  organisation 0.508  place 0.873  other 0.093
    both, as shipped  0.884  0.800   person 0.815  organisation 0.543  place 0.881  other 0.168

Both together score below the tagger alone because an actor has one kind all through an article, a seat of government is
its state, and adjectives and what stands before `-backed` are no actors: the bank marks all of these otherwise.

Words without a capital are never scored, but for the small words inside a name (`Ministry of Health`). What a word says
by itself is summed up once and kept, so that each occurrence costs a few additions and one pass over nine labels. The
table has 344 KB packed, is read in 5 ms and takes 1.2 MB.
"""
