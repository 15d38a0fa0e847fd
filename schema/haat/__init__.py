"""The haat from outside: animals, the three ways to sell, its days, and the live auction."""
