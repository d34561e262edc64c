"""What every subject of the ledger shares: entries, locations, ranking, and the comparison as two sides."""
