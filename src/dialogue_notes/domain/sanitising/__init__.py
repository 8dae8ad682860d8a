"""The way out: from what was noted to what may leave the room."""
