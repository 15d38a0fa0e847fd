"""What the outside may ask, do and hear about services: one file for each part of their life."""
