"""Answers made of published or written sentences: who, when, which, how far along, what it means."""
