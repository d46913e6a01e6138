"""/tomtat: plans in at most eight lines, and the same as a hand-out, slides or PDF."""
