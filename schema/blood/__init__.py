"""Blood, as the outside may ask for it and give it."""
