"""Three payment services that take no real money: for tests, and for the demo's payers.

They speak the HTTP of bKash, SSLCommerz and Nagad as documented, with a page on which a payer
agrees or not, and can be told to go wrong in every way that the real ones are known to.
"""
