"""What `make bench` runs. Figures go to docs/performance.md, with the machine beside them."""
