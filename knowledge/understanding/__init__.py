"""Questions understood: language, diacritics, short forms, units, intent, follow-ups and what is not in the collection.

    text + chat's unit + history -> Query

The flow of one question, a module each: tokens -> telex -> abbreviations -> diacritics (typos) -> names, units ->
numbers -> intent -> unknown -> followup. `tables/` holds general knowledge as data; everything about a particular
plan is learnt from the plans when an `Interpreter` is built.
"""

from knowledge.understanding.interpreter import Interpreter
from knowledge.understanding.units import Unit

__all__ = ["Interpreter", "Unit"]
