"""Import: strangers' files become rows of the vault."""
