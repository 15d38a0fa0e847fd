"""Where things are: the tree from the division down to the haat, and where a point lies."""
