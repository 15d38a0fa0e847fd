"""PostgreSQL and Redis for a machine that has none: real ones, started and ended by us."""
