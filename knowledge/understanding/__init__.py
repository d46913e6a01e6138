"""Questions understood: language, diacritics, short forms, units, what is asked, follow-ups, what no plan has.

    text + chat's unit + history -> Query

The flow of one question, a module each: tokens -> telex -> abbreviations -> diacritics (typos) -> names, units ->
numbers -> slots -> unknown -> followup. `rules/` and `tables/` hold general knowledge as data; everything about a
particular plan is learnt from the plans when an `Interpreter` is built.
"""

from knowledge.understanding.interpreter import Interpreter
from knowledge.understanding.units import Unit

__all__ = ["Interpreter", "Unit"]
