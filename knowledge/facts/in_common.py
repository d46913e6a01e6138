"""What a sentence or an item says once for all of its duties: where reports go, of what the turns are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.facts.labels import with_turn
from knowledge.facts.routes import find_route
from knowledge.facts.timing import Reading
from knowledge.model import Deadline

_REPORT = re.compile(r"(?:(?:gửi|nộp)\s+)?báo cáo(?!\w)", re.IGNORECASE)
_LISTED = re.compile(r"(?:(?:0?[69]|sáu|chín)\s+tháng|tháng|quý|học kỳ|năm|sơ kết|tổng kết)(?!\w)", re.IGNORECASE)
_EACH_YEAR = re.compile(r"(?<!\w)(?:hằng|hàng|mỗi)\s+năm(?!\w)", re.IGNORECASE)
_BARE = re.compile(r"(?:phải |được )?(?:gửi|nộp)", re.IGNORECASE)
_LEADS = re.compile(r"(?::|\s(?:như sau|sau đây|sau))\s*$")
_SENT = re.compile(r"(?<!\w)(?:gửi|nộp|báo cáo)(?!\w)", re.IGNORECASE)
_LEAD = re.compile(r"[^:;.]{0,160}?(?<!\w)(?:báo cáo|gửi|nộp)\s[^:;.]{3,120}:", re.IGNORECASE)
"""What opens a list of reports: "Nhà trường báo cáo Phòng Văn hóa: sơ kết trước ..., tổng kết trước ..."."""


def in_sentence(reading: Reading, sentence: tuple[int, int], duties: Sequence[Deadline]) -> list[Deadline]:
    """Return the duties of a sentence, its reports with the only recipient that it names: "báo cáo quý gửi trước ...;
    báo cáo năm gửi trước ..., về Văn phòng"; a last clause that says no more than that is none by itself."""
    if len(duties) < 2:
        return list(duties)
    lead = _LEAD.match(reading.masked, *sentence)
    told = find_route(reading.masked, sentence[0], lead.end()).to if lead else None
    found: list[Deadline] = []
    for duty in duties:
        sent = next((other for other in reversed(found) if other.to), None)
        if _BARE.fullmatch(duty.what) and sent:
            duty = replace(duty, what=sent.what, to=duty.to or sent.to)
        elif told and duty.to is None and _LISTED.match(duty.what):
            duty = replace(duty, what=f"báo cáo {duty.what}", to=told)
        duty = _every_year(reading, duty, found)
        found.append(replace(duty, what=with_turn(duty.what, found[-1].what)) if found else duty)
    at = next((at for at in reversed(range(len(found))) if _only_says_where(found[at])), 0)
    if any(map(_is_listed, found[:at])):
        return [*(_sent_like(duty, found[at]) for duty in found[:at]), *found[at + 1 :]]
    ways = {duty.to: duty for duty in found if duty.to and _REPORT.match(duty.what)}
    return [_sent_like(duty, *ways.values()) for duty in found]


def _every_year(reading: Reading, duty: Deadline, before: Sequence[Deadline]) -> Deadline:
    """Return a duty whose day has no year with the round of those before it, in a paper that holds over the years:
    "... trước ngày 10/11 hằng năm; Chủ tịch quyết định trước ngày 18/11"."""
    of_each = any(each.month and each.recurrence == "năm" and _EACH_YEAR.search(each.stated or "") for each in before)
    bare = duty.month is not None and not (duty.year or duty.recurrence or duty.within or duty.until)
    standing = reading.plan.header.period is None
    return replace(duty, recurrence="năm", inferred_year=None) if standing and of_each and bare else duty


def _only_says_where(duty: Deadline) -> bool:
    return duty.to is not None and not _is_timed(duty) and duty.what.startswith(f"gửi {duty.to}")


def in_item(duties: Sequence[Deadline]) -> tuple[Deadline, ...]:
    """Reports listed with their dates go where the same item says that reports go: "Các bộ phận gửi báo cáo về X"; so
    does what stands in a list under such words: "Hồ sơ nộp về X theo thời hạn sau: a) ..."."""
    ways: dict[str, list[Deadline]] = {}
    for duty in duties:
        if not _is_timed(duty) and duty.to and "báo cáo" in duty.what.lower():
            ways.setdefault(duty.section, []).append(duty)
    leads = {duty.section: duty for duty in duties if _leads_list(duty)}
    listed = (_under_lead(duty, leads.get(duty.section.rpartition(".")[0])) for duty in duties)
    return tuple(_sent_like(duty, *ways.get(duty.section, ())) for duty in listed)


def _leads_list(duty: Deadline) -> bool:
    leads = any(_LEADS.search(cited.quote) for cited in duty.citations)
    return leads and not _is_timed(duty) and duty.to is not None and _SENT.search(duty.what) is not None


def _under_lead(duty: Deadline, lead: Deadline | None) -> Deadline:
    """Return a duty of a list with the recipient of the words that lead it in, unless it is somebody's own work."""
    if lead is None or duty.to or not _is_timed(duty):
        return duty
    if duty.who not in (None, lead.who) and not _BARE.match(duty.what):
        return duty
    return replace(duty, to=lead.to, via=duty.via or lead.via, citations=(*duty.citations, *lead.citations))


def _is_timed(duty: Deadline) -> bool:
    return duty.stated is not None or duty.recurrence is not None


def _is_listed(duty: Deadline) -> bool:
    return _is_timed(duty) and duty.to is None and _REPORT.match(duty.what) is not None


def _sent_like(duty: Deadline, *ways: Deadline) -> Deadline:
    """Return a report without a recipient with the only way that there is, where that is of the same body."""
    if len(ways) != 1 or duty.to or not _REPORT.match(duty.what):
        return duty
    way = ways[0]
    told_apart = ((duty.who, way.who), (duty.channel, way.channel))
    if any(own and other and own != other for own, other in told_apart):
        return duty
    return replace(
        duty,
        citations=(*duty.citations, *(cited for cited in way.citations if cited not in duty.citations)),
        who=duty.who or way.who,
        to=way.to,
        via=way.via,
        channel=duty.channel or way.channel,
        format=duty.format or way.format,
    )
