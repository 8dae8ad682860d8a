"""The panel of dangers."""
