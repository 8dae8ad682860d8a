"""Two rapporteurs' records side by side."""
