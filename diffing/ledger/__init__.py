"""What changed that matters: the facts, quotations and turns of meaning that two articles differ in.

A forty-word rewording can say the same; one digit cannot. Each subject has a module that finds its mentions in a text
and says what became of them on the other side; ledger.py calls them and orders what they found.
"""
