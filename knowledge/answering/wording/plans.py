"""The phrases of an answer that counts, chooses or orders plans by what they contain, in both languages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PlansWording:
    """Placeholders are `str.format` fields; `**` marks bold."""

    dated: str
    undated: str
    with_list: str
    with_target: str
    more: str
    targets: str
    most_targets: str
    lacking: str
    in_force: str
    coming: str
    none_in_force: str
    over: str
    no_period: str
    none_such: str
    named: str
    mentions: str
    earliest: str
    latest: str
    by_day_of_year: str
    no_list: str


VI = PlansWording(
    dated="**{count} kế hoạch** có hạn ghi rõ ngày:",
    undated="**{count} kế hoạch** có việc phải nộp, báo cáo mà không ghi ngày:",
    with_list="**{count} kế hoạch** có danh sách “không”:",
    with_target="**{count} kế hoạch** có nêu:",
    more="; và {count} chỉ tiêu khác",
    targets="**{count} chỉ tiêu**:",
    most_targets="**{name}** nêu **nhiều chỉ tiêu nhất**:",
    lacking="**{count} kế hoạch** không có nội dung này:",
    in_force="**{count} kế hoạch** còn trong kỳ:",
    coming="**{count} kế hoạch** chưa tới kỳ:",
    none_in_force="**Không có kế hoạch nào còn trong kỳ**:",
    over="**{count} kế hoạch** đã hết kỳ:",
    no_period="Không nêu thời gian áp dụng: {units}.",
    none_such="Không có kế hoạch nào như vậy.",
    named="**{count} kế hoạch**:",
    mentions="**{count} kế hoạch** có nêu “{phrase}”:",
    earliest="**{name}** có hạn **sớm nhất**{way}:",
    latest="**{name}** có hạn **muộn nhất**{way}:",
    by_day_of_year=", tính theo ngày, tháng trong năm",
    no_list="“{count} không”",
)
EN = PlansWording(
    dated="Plans that set a date: **{count}**",
    undated="Plans that have duties to report or send and give no date: **{count}**",
    with_list="Plans with a list of “không” (“no”s): **{count}**",
    with_target="Plans that state it: **{count}**",
    more="; and {count} more",
    targets="Targets: **{count}**",
    most_targets="**{name}** sets the **most targets**:",
    lacking="Plans that do not have it: **{count}**",
    in_force="Plans still in force: **{count}**",
    coming="Plans whose period has not begun: **{count}**",
    none_in_force="**No plan is still in force**:",
    over="Plans that are over: **{count}**",
    no_period="No period stated: {units}.",
    none_such="No plan does.",
    named="Plans: **{count}**",
    mentions="Plans that mention “{phrase}”: **{count}**",
    earliest="**{name}** has the **earliest** date{way}:",
    latest="**{name}** has the **latest** date{way}:",
    by_day_of_year=", counted by day and month of the year",
    no_list="“{count} không”",
)
