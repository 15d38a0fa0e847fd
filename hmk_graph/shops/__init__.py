"""Shops of entrepreneurs: what they sell, at which price, and how much of it is there."""
