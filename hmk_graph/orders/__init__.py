"""Orders across shops: the cart, checkout, money and goods on their way, and what comes back."""
