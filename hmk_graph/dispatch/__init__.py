"""Whoever comes when called: drivers and vehicles, trips, offers, and where everybody is."""
