"""Words and signs for rows and ledger entries, the same for every front end."""
