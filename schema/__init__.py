"""What the outside may ask, do and hear, in GraphQL."""
