"""Whom a "N không" list binds, in the plan's own words."""

from __future__ import annotations

import re

from knowledge.facts.actors import find_subject
from knowledge.facts.lexicon import ACTOR, SUBJECT_END
from knowledge.facts.reading import Unit, sentences

# “Cán bộ, công chức, viên chức nói không với tiêu cực”: the movement names the group.
_MOVEMENT = re.compile(
    r"[“\"](?P<group>[^”\"]{3,100}?)\s+(?:nói\s+)?không\s[^”\"]{0,80}[”\"][^“\".;]{0,40}$", re.IGNORECASE
)
_ADDRESSED = re.compile(
    r"[”\"'’\s]*(?:\([^()]{0,60}\)\s*)?(?:đối với|của|trong|cho|dành cho)\s+(?:đội ngũ\s+)?(?=\S)", re.IGNORECASE
)
_MOVED = re.compile(r"(?:vận động|đề nghị|yêu cầu|tuyên truyền|nhắc nhở|động viên)\s+(?=\S)", re.IGNORECASE)
_PART = re.compile(r"[;)]\s*(?:và\s+)?|,?\s+còn\s+")
_STOP = re.compile(
    r"\s*[:;.()“”\"]|,?\s+và\s+[“\"]|,?\s+(?:như sau|gồm|là|thực hiện|theo|gắn|năm \d|tích cực|hưởng ứng|chấp hành"
    r"|tập trung|cam kết|nghiêm|do|khi|trước ngày|từ ngày)(?!\w)"
)
_OF = re.compile(r"[”\"'’\s]*của\s+(?=\S)", re.IGNORECASE)
_FOLLOWS = re.compile(
    r"\s+(?:(?:phải|cần|luôn|đều|nghiêm túc|gương mẫu|tích cực|ký|ký cam kết|cam kết|đăng ký|bảo đảm)\s+)*"
    r"(?:thực hiện|chấp hành|tuân thủ|giữ|giữ vững|theo)(?:\s+(?:tốt|đúng|đủ|nghiêm|nghiêm túc|phương châm|nội dung"
    r"|phong trào|nguyên tắc))*\s*[“\"']?$"
)
_FARTHEST = 200  # characters from there to the list's name
_LONGEST = 70  # characters of the words for those who follow a list
# Who organises a list is not whom it binds: the addressees of a plan pass it on.
_ORGANISES = re.compile(
    r"(?<!\w)(?:triển khai|tổ chức|chỉ đạo|lãnh đạo|hướng dẫn|quán triệt|phổ biến|tuyên truyền|phát động|cụ thể hóa"
    r"|đôn đốc|vận động)(?!\w)",
    re.IGNORECASE,
)


def bound_group(unit: Unit, start: int, end: int, *, first: bool = True) -> str | None:
    """Return the group that the list named at [start, end) is for: by the movement's name, the words after it, the
    people who are urged to follow it, or the subject of its sentence; None when the plan names nobody but those who are
    to organise it. first: no other list is named before it in its sentence; else its own clause alone tells."""
    text = unit.text.text
    movement = _MOVEMENT.search(text[max(0, start - 260) : start])
    if movement and ACTOR.match(movement["group"]):
        return movement["group"].strip()
    addressed = _ADDRESSED.match(text, end)
    if addressed and ACTOR.match(text, addressed.end()):
        return _until_stop(text, addressed.end())
    if of := _OF.match(text, end):
        return _until_stop(text, of.end())
    begin, last = next(((a, b) for a, b in sentences(text) if a <= start < b), (0, len(text)))
    near = max([begin, *(m.end() for m in _PART.finditer(text, begin, start))])
    begin = begin if first else near
    moved = [m for m in _MOVED.finditer(text, begin, start) if ACTOR.match(text, m.end())]
    if moved:
        stop = SUBJECT_END.search(text, moved[-1].end(), start)
        end = stop.start() if stop else start
        return _until_stop(text, moved[-1].end(), end) if not _ORGANISES.search(text, end, start) else None
    for at in dict.fromkeys((near, begin)):
        follows = _FOLLOWS.search(text[at:start]) if start - at <= _FARTHEST else None
        who = text[at : at + follows.start()].rstrip(" ;") if follows else ""
        if (
            who
            and len(who) <= _LONGEST
            and not {",", ";"} & set(who)
            and ACTOR.match(who)
            and not _ORGANISES.search(who)
        ):
            return who
        subject = find_subject(text, at, last)
        if subject and subject.start < start:
            organises = _ORGANISES.search(text, subject.end, start)
            return text[subject.start : subject.end] if not organises else None
    return None


def _until_stop(text: str, start: int, limit: int | None = None) -> str | None:
    stop = _STOP.search(text, start)
    end = min(stop.start() if stop else len(text), limit if limit is not None else len(text))
    return text[start:end].strip(" ,;:") or None
