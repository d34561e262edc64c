"""The reader's settings: a file of TOML, its checks, and what is in force."""
