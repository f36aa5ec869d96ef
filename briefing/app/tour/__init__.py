"""A walk through the program on its sample: what to press, and when it is done."""
