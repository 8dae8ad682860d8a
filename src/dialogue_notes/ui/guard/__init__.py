"""What locks the vault when nobody presses the key: idleness, the machine's sleep, the screen's lock."""
