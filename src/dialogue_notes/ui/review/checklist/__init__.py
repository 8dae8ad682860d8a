"""The checklist's panel."""
