"""The ledger: the differences of two articles in facts, quotations and meaning.

A rewording of forty words can say the same; another digit cannot. Each subject has a package that finds its mentions in
a text and pairs them with those of the other side. build.py calls them all and orders their entries.
"""
