"""What the tests stand on: a PostgreSQL cluster of their own, the real data, strict rules for logs."""
