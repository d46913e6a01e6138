"""Gold questions -> the weights that ship with the scorer and the judge. Needs the extra `train` (LightGBM).

    python -m knowledge.training            fit on every open collection, write `ranking/data` and print the figures
    python -m knowledge.training --check    figures on left-out documents only, nothing written

Folds are by document: what is measured is told of documents that a fold's weights have not seen. The sealed
questions (`tests/gold/sealed`) are never read here.
"""
