"""What a person read off real documents (`tests/gold/labels`) beside what the program reads.

    python -m tests.labels [--each]

`match` says when a label and an output agree, `run` adds up. Skipped aloud without `../shared/more-plans`.
"""
