"""Money: one ledger for every taka, held, paid, given back and accounted for."""
