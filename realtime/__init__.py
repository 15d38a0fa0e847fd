"""Moves numbered frames between processes and to listeners. Knows nothing of the domain."""
