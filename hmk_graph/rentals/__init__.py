"""Rentals: rooms by the month with advance, keys and dues; vehicles by the day with a driver."""
