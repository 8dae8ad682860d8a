"""The Review room: decide every doubtful place, with its reason, beside what each audience would see."""
