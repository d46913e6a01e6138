"""What the phrases of an answer are, whatever their language. Placeholders are `str.format` fields; `**` marks bold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Wording:
    """The phrases of one language."""

    # ------------------------------------------------------------------ dates
    before: str
    at_latest: str
    by_end: str
    on: str
    on_at: str
    at_hour: dict[str, str]
    within_month: str
    span: str
    relative: str
    yearly: dict[str, str]
    every_few: str
    few: dict[str, str]
    from_day: str
    after: str
    safe_day: str
    counted: str
    counted_from: str
    day_off: str
    day_off_left: str
    not_moved: str
    day_off_estimated: str
    advised: tuple[str, str]
    inferred_year: str
    no_date: str
    undated: str
    corrected: str
    corrected_silent: str
    time: str
    hour: str
    hour_minute: str
    on_weekday: str
    day_kind: str
    day_kinds: Mapping[str, str]
    day_is: str
    day_is_not: str
    # ----------------------------------------------------------------- duties
    report_of: dict[str, str]
    to: str
    onward: str
    via: str
    channel: str
    file_format: str
    folded: str
    overdue: str
    in_time: str
    sent_at: str
    depends: str
    after_deadline: str
    units: dict[str, str]
    days_left: str
    days_past: str
    due_today: str
    targets: str
    no_detail_alone: Mapping[str, str]
    no_recipient: str
    no_channel: str
    not_extended: str
    right: str
    wrong: str
    right_by: str
    wrong_by: str
    deadline_count: str
    # ------------------------------------------------------------------ lists
    listed: str
    tasks: str
    things: str
    nearest_lead: str
    no_such_list: str
    list_elsewhere: str
    searched_plans: str
    states_instead: str
    stated_elsewhere: str
    namesakes: str
    list_gloss: str
    list_lead: str
    list_lead_target: str
    list_no_items: str
    list_wrong_count: str
    list_other: str
    list_untargeted: str
    list_there_is: str
    list_for_them: str
    list_for_others: str
    list_for_nobody: str
    list_item: str
    list_item_missing: str
    list_count: str
    list_count_one: str
    # ---------------------------------------------------------- other answers
    stated: str
    stated_in: str
    stands_at: str
    may_stand_at: str
    below_article: tuple[str, str]
    no_detail: str
    no_detail_at: dict[str, str]
    no_detail_near: dict[str, str]
    collection: str
    has: str
    has_not: str
    not_in_plans: str
    section: str
    no_deadlines: str
    no_reports: str
    no_such_part: str
    top_level: str
    target: str
    header: dict[str, str]
    header_absent: dict[str, str]
    header_unread: str
    valid_until: str
    valid_over: str
    valid_coming: str
    actor: str
    # ------------------------------------------------------- notes and manners
    over: str
    over_short: str
    reorganised: str
    source: str
    not_found: str
    unknown: str
    of_others: str
    unknown_year: str
    searched: str
    nearest: str
    ask_whom: str
    needs_unit: str
    which_duty: str
    smalltalk: str
    today: str
    weekdays: tuple[str, ...]
    off_topic: str
    thanks: str
    about_bot: str
    meant: str
    who_are_you: str
    injection: str
    empty: str
    too_long: str
    unverified: str
    period_label: str
    period_days: str
    months: tuple[str, ...] = field(default=())
