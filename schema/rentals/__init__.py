"""Rentals, as the outside may look for them, agree on them and pay for them."""
