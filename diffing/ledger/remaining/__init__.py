"""Words of edited sentences that no subject reads."""
