"""briefing: a terminal reader for people who follow the news for a living."""

__version__ = "0.1.0"
