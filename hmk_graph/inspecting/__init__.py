"""Looks into files that strangers sent, each in a process of its own with narrow limits."""
