"""The report as one page of HTML that asks the network for nothing."""
