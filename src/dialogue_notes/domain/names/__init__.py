"""Names: as rosters hold them, in every form and script, and whose they are."""
