"""How rows and ledger entries read, the same for every front end."""
