"""The screen and its subjects: navigation, search, the ledger, panels, comparing."""
