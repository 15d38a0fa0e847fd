"""Money, as the outside may see and move it."""
