"""Entities of a dialogue: whose a suggestion is, and what a person teaches about them."""
