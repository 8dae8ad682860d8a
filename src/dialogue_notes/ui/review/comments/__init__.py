"""The panel of comments."""
