"""The haat: animals and their papers, the three ways to sell them, and the live auction."""
