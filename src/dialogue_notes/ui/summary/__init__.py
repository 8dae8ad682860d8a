"""The Summary room: points from the record, the page itself, and what is still in the way of it."""
