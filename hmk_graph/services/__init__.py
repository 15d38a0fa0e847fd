"""Services of the district: who offers what, where, at what price; bookings, serials, reviews."""
