"""One search over all that is public, and what things cost: the room above the contexts."""
