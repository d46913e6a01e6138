"""One trained scorer for every question and every unit that can be quoted.

    Shelf      the units of a collection with their words, vectors and values, ready to be scored
    Probe      a question as the scorer sees it
    signals    what is measured of a question and a unit, a column each
    scorer     the trained weights (`data/`), fitted by `make train`

Pure but for the weights that ship with it. Retrieval and answering both rank by it.
"""

from knowledge.ranking.probe import Probe, probe
from knowledge.ranking.rank import Ranked, rank
from knowledge.ranking.shelf import Shelf

__all__ = ["Probe", "Ranked", "Shelf", "probe", "rank"]
