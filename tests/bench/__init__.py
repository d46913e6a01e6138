"""`make bench`: the product measured beside the stock pipeline, in one run on one machine."""
