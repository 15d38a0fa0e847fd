"""What citizens may ask of their officers."""
