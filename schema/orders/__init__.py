"""The slice of carts and orders."""
