"""Moves bytes to and from an S3-compatible store. Knows nothing of the domain."""
