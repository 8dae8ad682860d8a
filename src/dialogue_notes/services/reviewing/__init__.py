"""Reviewing: what is to be decided in a meeting, deciding it, and taking it back."""
