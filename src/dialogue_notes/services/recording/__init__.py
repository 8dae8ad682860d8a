"""Recording: what a typed line makes of the record, and every later change of it."""
