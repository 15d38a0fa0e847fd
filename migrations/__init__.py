"""The history of the tables, one package a context."""
