"""What /han shows: lists of duties, one duty, addresses of calendars."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from bot.agenda import Days, last_past
from bot.screen import (
    Button,
    Rich,
    Screen,
    bold,
    button,
    flow,
    folded,
    from_stars,
    italic,
    join,
    one_line,
    paged,
    plain,
    screen,
    shorten,
    turns,
)
from bot.screen import words as screen_words
from bot.screen.duties import WHAT, Entry, Group, day_text, place_text, validity, what_text

DUTIES_A_PAGE = 5
QUOTE = 1500


def duties_screen(
    entries: Sequence[Entry],
    unit: str | None,
    today: date,
    page: int,
    only: int | None = None,
    feed: int | None = None,
) -> Screen:
    """Return a page of the list with one row of numbers, each of which opens a duty. unit: the chat's own, None when it
    has none; only: the link of the plan whose duties these are, when they are of one; feed: the link of the plan whose
    calendar can be subscribed to."""
    if not entries:
        return screen(plain(DUTIES_EMPTY))
    note = _nothing_to_come(entries, unit, today)
    above = [from_stars(DUTIES_TITLE.format(count=len(entries))), *([plain(note)] if note else [])]
    action = ("h",) if only is None else ("hu", only)
    below = [*(() if only else _calendars(unit)), *([button(FEED, "hf", feed)] if feed else [])]
    return _listed(entries, unit, today, page, above, action, below)


def feed_screen(unit: str, address: str, link: int, note: str = "") -> Screen:
    """Return a person's calendar address of a plan (the number of its link), which one tap replaces or ends."""
    lines = [*([plain(note)] if note else []), from_stars(FEED_TITLE.format(unit=unit)), plain(address),
             plain(FEED_HOW)]  # fmt: skip
    return screen(join(lines, "\n\n"), [[button(FEED_CHANGE, "hg", link), button(FEED_GIVE_UP, "hx")]])


def within_screen(
    entries: Sequence[Entry],
    unit: str | None,
    today: date,
    page: int,
    within: Days,
    only: int,
    others: Sequence[Days] = (),
) -> Screen:
    """Return a page of what falls due within some days. only: the link of the plan whose duties these are, 0 of all;
    others: the same days of other years, a button each."""
    first, last = within
    days = DUTIES_DAY if first == last else DUTIES_DAYS
    told = days.format(first=day_text(first), last=day_text(last))
    back = (
        *(
            button(DUTIES_YEAR.format(year=start.year), "hw", start.toordinal(), end.toordinal(), only, 0)
            for start, end in others
        ),
        button(DUTY_LIST, "hu", only, 0) if only else button(DUTY_LIST, "h", 0),
    )
    if not entries:
        whose = DUTIES_OF.format(unit=unit) if only else ""
        none = DUTIES_WITHIN_NONE.format(days=told, whose=whose)
        return screen(plain(f"{none} {DUTIES_OTHER_YEARS}" if others else none), [back])
    passed = [plain(DUTIES_PASSED.format(today=day_text(today)))] if last < today else []
    above = [from_stars(DUTIES_WITHIN.format(days=told, count=len(entries))), *passed]
    return _listed(entries, unit, today, page, above, ("hw", first.toordinal(), last.toordinal(), only), back)


def choice_screen(links: Mapping[str, int], span: Sequence[int]) -> Screen:
    """Ask which of several units is meant. links: of their plans by name; span: the days asked for, as ordinals."""
    buttons = [button(name, *(("hw", *span, link, 0) if span else ("hu", link, 0))) for name, link in links.items()]
    return screen(plain(DUTIES_WHOSE), flow(buttons))


def unknown_screen(text: str) -> Screen:
    """Say that words after /han name neither a time nor a unit."""
    return screen(plain(DUTIES_UNKNOWN.format(text=shorten(text, 60))), [[button(DUTY_LIST, "h", 0)]])


def _listed(
    entries: Sequence[Entry],
    unit: str | None,
    today: date,
    page: int,
    above: Sequence[Rich],
    action: Sequence[object],
    below: Sequence[Button],
) -> Screen:
    """Return a page of a list. above: its title and, on the first page, a note; action: that turns it; below: its last
    row."""
    shown, page, last = paged(entries, page, DUTIES_A_PAGE)
    lines: list[Rich] = [*(above if page == 0 else above[:1])]
    heading = None
    for number, entry in shown:
        group = _heading(entry, unit)
        lines += [bold(group)] if group != heading else []
        lines.append(_entry(number, entry, today))
        heading = group
    if last:
        lines.append(plain(screen_words.PAGE.format(page=page + 1, pages=last + 1)))
    numbers = [button(DUTY_NUMBER.format(number=number), "hd", entry.link, page) for number, entry in shown]
    return screen(join(lines, "\n\n"), [numbers, turns(page, last, *action), below])


def card_screen(entry: Entry, today: date, page: int, *, remind: bool) -> Screen:
    """Return one duty with all that its plan says of it, its own words, and what can be done with it.

    page: of the list that it was opened from, to which a button leads back; remind: it can still be reminded of.
    """
    deadline = entry.duty.deadline
    told = [
        DUTY_DETAILS[name].format(value=shorten(" ".join(value.split()), WHAT))
        for name in DUTY_DETAILS
        if (value := getattr(deadline, name))
    ]
    what = shorten(" ".join(deadline.what.split()), WHAT)
    quote = " … ".join(one_line(citation.quote) for citation in deadline.citations)
    lines = [
        bold(entry.when),
        plain(what[:1].upper() + what[1:]),
        *map(plain, told),
        italic(f"🏢 {place_text(entry.duty, entry.unit)} · {validity(entry.duty.period, today)}"),
        folded(f"“{shorten(quote, QUOTE)}”") if quote else (),
    ]
    row = [button(screen_words.SOURCE, "hs", entry.link)]
    row += [button(screen_words.REMIND_ME, "rm", entry.link)] if remind else []
    row += [button(DUTY_FILE, "hi", entry.link)] if entry.day else []
    return screen(join(lines, "\n"), [row, [button(DUTY_LIST, "h", page)]])


def _nothing_to_come(entries: Sequence[Entry], unit: str | None, today: date) -> str:
    """Say that nothing is upcoming, at all or for the chat's own unit; nothing where something is."""
    coming = [entry for entry in entries if entry.group is Group.SOON]
    if not coming:
        return DUTIES_NONE_SOON.format(today=day_text(today)) + last_text(entries)
    if unit is not None and not any(entry.own for entry in coming):
        own = [entry for entry in entries if entry.own]
        return DUTIES_NONE_SOON_OWN.format(unit=unit, today=day_text(today)) + last_text(own)
    return ""


def last_text(entries: Sequence[Entry]) -> str:
    """Say which of the duties that are over was due last; "" where none is."""
    last = last_past(entries)
    if last is None:
        return ""
    when, what = last.when, what_text(last.duty.deadline)
    return DUTIES_LAST.format(when=when[:1].lower() + when[1:], what=what, place=place_text(last.duty, last.unit))


def _heading(entry: Entry, unit: str | None) -> str:
    group = DUTY_GROUPS[entry.group]
    if unit is None:
        return group
    return f"{DUTIES_OWN.format(unit=unit) if entry.own else DUTIES_OTHERS} · {group}"


def _entry(number: int, entry: Entry, today: date) -> Rich:
    state = validity(entry.duty.period, today)
    return join(
        [
            bold(f"{number}. {entry.when}"),
            plain(what_text(entry.duty.deadline)),
            italic(f"🏢 {place_text(entry.duty, entry.unit)} · {state}"),
        ],
        "\n",
    )


def _calendars(unit: str | None) -> list[Button]:
    own = [button(FILE_OWN, "hi", "o")] if unit else []
    return [*own, button(FILE_ALL, "hi", "a")]


# ---------------------------------------------------------------------------------------------------------------- words

DUTIES_TITLE = "**Các việc có hạn ({count})** – bấm số để mở từng việc"
DUTIES_WITHIN = "**Các việc có hạn {days} ({count})** – bấm số để mở từng việc"
DUTIES_DAYS = "từ {first} đến {last}"
DUTIES_DAY = "ngày {first}"
DUTIES_OF = " của {unit}"
DUTIES_WITHIN_NONE = (
    "Không có hạn nào {days} trong các kế hoạch đang có{whose}. Việc không nêu ngày cụ thể ở danh sách."
)
DUTIES_PASSED = "Hôm nay {today}: thời gian này đã qua; hạn đã qua không tự dời sang năm sau."
DUTIES_YEAR = "Năm {year}"
DUTIES_OTHER_YEARS = "Cùng thời gian ấy của năm khác thì có, bấm năm để xem."
DUTIES_WHOSE = "Có nhiều đơn vị như vậy. Bạn muốn xem hạn của đơn vị nào?"
DUTIES_UNKNOWN = (
    "Tôi chưa nhận ra thời gian hay đơn vị nào trong “{text}”. Có thể gõ: “/han tuần sau”, “/han quý này”, "
    "“/han tháng 5”, hoặc tên đơn vị."
)
DUTIES_EMPTY = "Các kế hoạch đang có không nêu việc nào phải báo cáo, gửi hay đăng ký."
DUTIES_OWN = "🏢 {unit}"
DUTIES_OTHERS = "🌐 Các đơn vị khác"
DUTY_GROUPS = ("Sắp tới", "Đã qua", "Không nêu ngày")
DUTIES_NONE_SOON = "Hôm nay {today}: không còn hạn nào sắp tới trong các kế hoạch đang có."
DUTIES_NONE_SOON_OWN = "Hôm nay {today}: {unit} không còn hạn nào sắp tới."
DUTIES_LAST = " Hạn gần đây nhất, đã qua: {what}, {when} ({place})."
DUTY_NUMBER = "Việc {number}"
DUTY_LIST = "◀ Danh sách"
DUTY_FILE = "📅 .ics"
DUTY_DETAILS = {
    "who": "Ai làm: {value}",
    "to": "Gửi: {value}",
    "via": "Qua: {value}",
    "channel": "Cách gửi: {value}",
    "format": "Hình thức: {value}",
    "folded_into": "Lồng ghép trong: {value}",
}
FILE_OWN = "📅 .ics đơn vị tôi"
FILE_ALL = "📅 .ics tất cả"
FEED = "🔗 Lịch tự cập nhật"
FEED_TITLE = "🔗 **Địa chỉ lịch của riêng bạn** ({unit})"
FEED_HOW = (
    "Dán địa chỉ này vào mục “Thêm lịch bằng URL” (Google Lịch, Outlook, lịch của điện thoại): lịch tự cập nhật khi kế "
    "hoạch thay đổi. Đừng chuyển cho người khác: ai có địa chỉ cũng xem được. Đổi hay bỏ thì địa chỉ cũ, ở mọi đơn vị, "
    "ngừng dùng ngay."
)
FEED_CHANGE = "🔁 Đổi địa chỉ lịch"
FEED_CHANGED = "Đã đổi: địa chỉ cũ không dùng được nữa, hãy đăng ký lại bằng địa chỉ này."
FEED_GIVE_UP = "🗑 Bỏ địa chỉ lịch"
FEED_GIVEN_UP = "Đã bỏ địa chỉ lịch của bạn; lịch đã đăng ký sẽ ngừng cập nhật."
FEED_NONE = "Chưa có phòng đọc trên web nên chưa có địa chỉ lịch."
FILE_CAPTION = "Lịch của {count} việc có ngày hạn. Mở tệp để thêm vào lịch trên máy hoặc điện thoại."
FILE_EMPTY = "Các việc này không nêu ngày cụ thể nên không có gì để đưa vào lịch."
EVENT = "Hạn: {what} – {place}"
