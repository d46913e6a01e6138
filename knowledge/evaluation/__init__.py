"""Measure the product on questions whose answers are known.

    gold.jsonl -> load_gold -> [GoldQuestion] -> Library.ask -> {id: Reply} -> score -> Report.table()

`gold` reads and checks the questions, `judge` rules on one reply, `report` adds the rulings up, `run` asks a library,
`targets` finds questions with the documents that they ask about, `command` is `python -m knowledge evaluate`.
"""

from knowledge.errors import GoldError
from knowledge.evaluation.gold import Evidence, Expect, GoldQuestion, Key, load_gold
from knowledge.evaluation.judge import Ranked, Reply, Ruling, judge
from knowledge.evaluation.report import Report, score, total
from knowledge.evaluation.run import Answerer, ask_all, evaluate

__all__ = [
    "Answerer",
    "Evidence",
    "Expect",
    "GoldError",
    "GoldQuestion",
    "Key",
    "Ranked",
    "Reply",
    "Report",
    "Ruling",
    "ask_all",
    "evaluate",
    "judge",
    "load_gold",
    "score",
    "total",
]
