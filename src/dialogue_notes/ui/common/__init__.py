"""What every room is built from: labels, buttons, fields, messages, chips, cards, overlays, commands, rooms."""
