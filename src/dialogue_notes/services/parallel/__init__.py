"""Another rapporteur's record beside the one in the vault."""
