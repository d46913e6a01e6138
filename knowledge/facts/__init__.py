"""Plan -> typed facts with evidence. Pure: no files, no clock.

    extract(plan) -> Facts      everything below
    due_date, last_safe_day     what a Deadline means as a day
"""

from knowledge.facts.deadlines import due_date, find_deadlines, last_safe_day
from knowledge.model import Facts, Plan

__all__ = ["due_date", "extract", "find_deadlines", "last_safe_day"]


def extract(plan: Plan) -> Facts:
    """Return every typed fact of a parsed plan, in reading order, each with citations into `plan.source_text`."""
    return Facts(deadlines=find_deadlines(plan))
