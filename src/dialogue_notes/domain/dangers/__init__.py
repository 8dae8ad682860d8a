"""Dangers: what would give somebody away though no name is left standing, and what a person says of it."""
