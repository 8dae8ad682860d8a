"""People whom nobody listed: told from other capitalised words by how names are written and where they stand."""
