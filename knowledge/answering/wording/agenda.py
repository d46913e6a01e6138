"""The phrases of an answer about what is to be done in a stretch of time, in both languages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AgendaWording:
    """Placeholders are `str.format` fields; `**` marks bold. spans: by unit of time and how many units from now."""

    spans: dict[tuple[str, int], str]
    day: str
    soon: str
    found: str
    first_found: str
    first_coming: str
    running: str
    ends_before: str
    just_over: str
    none: str
    none_soon: str
    coming: str
    gone: str
    passed: str
    none_passed: str
    undated: str
    due: str
    checklist: str
    actors: str
    past: str
    more: str
    tick: str = "☐ {line}"


VI = AgendaWording(
    spans={
        ("stretch", 0): "Từ {dates}",
        ("day", 0): "Hôm nay ({dates})",
        ("day", 1): "Ngày mai ({dates})",
        ("week", 0): "Tuần này ({dates})",
        ("week", 1): "Tuần sau ({dates})",
        ("month", 0): "Tháng này ({dates})",
        ("month", 1): "Tháng sau ({dates})",
        ("quarter", 0): "Quý này ({dates})",
        ("quarter", 1): "Quý sau ({dates})",
        ("year", 0): "Từ nay đến hết năm ({dates})",
    },
    day="{weekday} ({dates})",
    soon="Sắp tới (từ {dates})",
    found="{span} có **{count} hạn**:",
    first_found="{span} có **{count} hạn**; {first} hạn sớm nhất:",
    first_coming="{span}, **{first} hạn sớm nhất**:",
    running="Việc kéo dài nhiều ngày, đang trong thời gian thực hiện:",
    ends_before="Hạn “trước” ngày trong thời gian này, phải xong từ trước đó:",
    just_over="Hạn “trước” ngày trong thời gian này, nay đã qua:",
    none="{span} **không có hạn nào** theo {scope}.",
    none_soon="{span} **không còn hạn nào** theo {scope}.",
    coming="Hạn kế tiếp:",
    gone="Hạn gần nhất đã qua:",
    passed="Các hạn **đã qua**, gần nhất trước (việc nào đã xong thì văn bản không cho biết):",
    none_passed="**Chưa có hạn nào qua** theo {scope}.",
    undated="Việc định kỳ không ghi ngày của tháng nào:",
    due="**{date}**{hint} – {what}",
    checklist="Các việc phải báo cáo, gửi, đăng ký theo kế hoạch (**{count}**):",
    actors="Kế hoạch còn giao việc cho: {actors}. Gõ tên kèm “phải làm gì”, ví dụ “{actor} phải làm gì”.",
    past="đã qua",
    more="… và {count} việc khác",
)
EN = AgendaWording(
    spans={
        ("stretch", 0): "{dates}",
        ("day", 0): "Today ({dates})",
        ("day", 1): "Tomorrow ({dates})",
        ("week", 0): "This week ({dates})",
        ("week", 1): "Next week ({dates})",
        ("month", 0): "This month ({dates})",
        ("month", 1): "Next month ({dates})",
        ("quarter", 0): "This quarter ({dates})",
        ("quarter", 1): "Next quarter ({dates})",
        ("year", 0): "Until the end of the year ({dates})",
    },
    day="{weekday} ({dates})",
    soon="From {dates} on",
    found="{span}, **deadlines: {count}**:",
    first_found="{span}, **deadlines: {count}**, the first {first}:",
    first_coming="{span}, **the first {first} deadlines**:",
    running="Going on in those days:",
    ends_before="Due “before” one of those days, so to be done before them:",
    just_over="Due “before” one of those days, and over by now:",
    none="{span}: **no deadline** in {scope}.",
    none_soon="{span}: **no deadline is left** in {scope}.",
    coming="The next one:",
    gone="The latest one that has passed:",
    passed="Deadlines that **have passed**, the latest first (what was done no plan says):",
    none_passed="**No deadline has passed** in {scope}.",
    undated="Periodic duties without a day of a month:",
    due="**{date}**{hint} – {what}",
    checklist="What the plan asks to be reported, sent or registered (**{count}**):",
    actors="The plan also gives tasks to: {actors}. Type a name with “phải làm gì”, such as “{actor} phải làm gì”.",
    past="passed",
    more="… and {count} more",
)
