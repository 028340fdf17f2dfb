"""The rules of `db check`: each recomputes from what cannot change (the ledger, the papers) what the tables say."""
