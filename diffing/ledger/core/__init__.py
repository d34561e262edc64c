"""The parts that all subjects of the ledger share: entries, locations, ranking, the comparison as two sides."""
