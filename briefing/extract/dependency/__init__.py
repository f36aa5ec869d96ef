"""The optional tier: names and times by our rules, ties along the arcs of a dependency parser, spaCy's."""
