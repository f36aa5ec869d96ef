"""Which words with a capital are names, and of what: an averaged perceptron that looks at these words only.

The weights in `weights.bin` were learnt from nine tenths of the Groningen Meaning Bank (public domain; news, mostly of
the Voice of America), tokens and marks of names only. `python -m briefing.extract.tagger.train FILE` makes them anew
from that file and prints how well they do; `python -m tests.eval.names` scores them with the rules around them.

Words without a capital are never scored, but for the small words inside a name (`Ministry of Health`). What a word says
by itself is summed up once and kept, so that each occurrence costs a few additions and one pass over nine labels.
"""
