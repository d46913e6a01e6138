"""Measure the product on questions whose answers are known.

    gold.jsonl -> load_gold -> [GoldQuestion] -> Library.ask -> {id: Reply} -> score -> Report.table()

`gold` reads and checks the questions, `judge` rules on one reply, `report` adds the rulings up, `run` asks a library.
"""

from knowledge.errors import GoldError
from knowledge.evaluation.gold import Evidence, Expect, GoldQuestion, load_gold
from knowledge.evaluation.judge import Reply, Ruling, judge
from knowledge.evaluation.report import Report, score
from knowledge.evaluation.run import Answerer, evaluate

__all__ = [
    "Answerer",
    "Evidence",
    "Expect",
    "GoldError",
    "GoldQuestion",
    "Reply",
    "Report",
    "Ruling",
    "evaluate",
    "judge",
    "load_gold",
    "score",
]
