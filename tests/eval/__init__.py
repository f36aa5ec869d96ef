"""Figures on marked texts, which no quick test prints: `python -m tests.eval times`, `names` ..."""
