"""Plan -> typed facts with evidence. Pure: no files, no clock.

    extract(plan) -> Facts      everything below
    due_date, last_safe_day     what a Deadline means as a day
    schedule.schedule           all the days it falls on, within its plan's period

A module for each kind of fact; `reading` cuts the plan into units, sentences and clauses, `lexicon` holds the words of
the field, `dates` and `cycles` the grammar of dates and periods; `actors` and `routes` read who acts and where things
go.
"""

from knowledge.facts.due import due_date, last_safe_day
from knowledge.model import Facts, Plan

__all__ = ["due_date", "extract", "last_safe_day"]


def extract(plan: Plan) -> Facts:
    """Return every typed fact of a parsed plan, in reading order, each with citations into `plan.source_text`."""
    # What reads plans is loaded to read one, not to answer from those that were read.
    from knowledge.facts.cited import find_cited
    from knowledge.facts.contacts import find_contacts
    from knowledge.facts.deadlines import find_deadlines
    from knowledge.facts.no_lists import find_no_lists
    from knowledge.facts.people import find_people
    from knowledge.facts.responsibilities import find_responsibilities
    from knowledge.facts.rewards import find_rewards
    from knowledge.facts.targets import find_targets

    return Facts(
        deadlines=find_deadlines(plan),
        no_lists=find_no_lists(plan),
        targets=find_targets(plan),
        rewards=find_rewards(plan),
        responsibilities=find_responsibilities(plan),
        contacts=find_contacts(plan),
        cited=find_cited(plan),
        people=find_people(plan),
    )
