"""People's names in scripts that have no capitals, or other ones than the model learned."""
