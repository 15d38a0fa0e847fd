"""The kinds of things that are found, one module each."""
