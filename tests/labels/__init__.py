"""What a person read off documents (`tests/gold/labels`) beside what the program reads.

    python -m tests.labels [--each]

`match` says when a label and an output agree, `run` adds up, by folder of documents. `../shared/more-plans` is skipped
aloud where it is not.
"""
