"""The slice of shops."""
