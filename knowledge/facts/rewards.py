"""Who gives what to whom for what: titles, certificates and praise (Luật Thi đua, khen thưởng 2022, art. 9)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.facts.lexicon import OFFICE, SUBJECT_END
from knowledge.facts.reading import Clause, Unit, cite, clauses, units
from knowledge.model import Citation, Plan, Reward, SectionKind
from knowledge.patterns import later

_FORMAL = (
    r"Huân chương(?:\s+[A-ZĐ]\w*(?:\s+\w+)?)?|Huy chương|Bằng khen|Giấy khen|Cờ thi đua|Cờ|Kỷ niệm chương"
    r"|Huy hiệu|Giải thưởng|Biểu trưng"
    r"|Chiến sĩ thi đua|Tập thể lao động xuất sắc|Thư khen"
)
_PRAISE = r"biểu dương|tuyên dương|khen thưởng|tôn vinh|vinh danh|động viên"
_PRAISE_HEAD = later(rf"(?<!\w)(?:{_PRAISE})(?!\w)", re.IGNORECASE)
_AWARD = later(rf"(?<!\w)(?P<award>(?i:{_FORMAL}))(?!\w)")
_GIVING = later(rf"(?P<giver>{OFFICE}[^;:.()]{{0,80}}?)\s+(?:xét\s+)?(?:trao\s+)?(?:tặng|trao|cấp)\s+(?:thưởng\s+)?$")
_OF = later(rf"\s+của\s+(?P<giver>{OFFICE}[^,;:.()]{{0,80}}?)(?=\s*(?:[,;:.()]|$)|\s+(?:cho|đối với|về|và)\s)")
_FOR = later(
    r"(?:cho|đối với|dành cho)\s+(?P<who>(?:[^;.:]|\.(?=\d))*?)"
    r"(?=\s+(?:đạt|có|đã|hoàn thành|xuất sắc|tiêu biểu|thực hiện|trong)(?!\w)|\s*(?:[;:(]|\.(?!\d))|\s*$)",
    re.IGNORECASE,
)
_REASON = later(
    r"\s+(?P<reason>(?:đạt|có|đã|hoàn thành|xuất sắc|tiêu biểu|thực hiện|trong)(?!\w)(?:[^;.:]|\.(?=\d))*)",
    re.IGNORECASE,
)
_PRAISES = rf"(?:{_PRAISE})(?:(?:\s?,\s{{0,2}}|\s{{1,2}}(?:và\s{{1,2}})?)(?:đề nghị\s{{1,2}})?(?:{_PRAISE})){{0,5}}+"
"""Bounded and possessive, as it is tried at each word of a long run of praise."""
_EXEMPLARY = r"(?:gương\s+)?(?:tập thể|cá nhân|đơn vị|gương|tấm gương|nhân tố|điển hình|mô hình|sáng kiến|đồng chí)"
_WHO_ENDS = (
    r"(?=\s{1,3}(?:đạt|có|đã|thực hiện|trong|(?:không )?để|và nhân rộng|mà còn|trên)(?!\w)|\s{0,3}[;.:(]|\s{0,3}$)"
)
_SPREAD = r"nhân rộng|giới thiệu|phổ biến|lan tỏa"
_PRAISED = later(
    rf"(?<!\w)(?P<award>{_PRAISES})"
    rf"(?:(?:,|\s{{1,2}}và)[^,;.]{{0,32}})?(?:\s{{1,2}}kịp thời)?\s{{1,2}}(?:cho\s{{1,2}})?"
    rf"(?P<who>(?:những|các)\s+{_EXEMPLARY}[^;.:]*?){_WHO_ENDS}",
    re.IGNORECASE,
)
_PRAISED_ANY = later(
    rf"(?<!\w)(?P<award>{_PRAISES})(?:(?:,|\s{{1,2}}và)\s{{0,2}}(?:kịp thời\s{{1,2}})?(?:{_SPREAD})){{0,4}}+"
    rf"\s{{1,2}}(?:cho\s{{1,2}})?(?P<who>{_EXEMPLARY}(?!\w)[^;.:]*?){_WHO_ENDS}",
    re.IGNORECASE,
)
"""The same of exemplary ones whom no article leads: "tuyên dương, nhân rộng điển hình tiên tiến"."""
_SPOKEN_OF = later(
    r"(?:thi đua\s*[,–-]?|công tác|hồ sơ|đề nghị|danh sách|quỹ|hình thức|xét|quy chế|về)\s+$", re.IGNORECASE
)
"""Before praise that nobody is given: "công tác khen thưởng tập thể"."""
_WITHHELD = later(
    r"(?<!\w)(?:không|chưa)\s+(?:(?:được|đề nghị|đề xuất|xem xét|xét|tổ chức|thực hiện|tiến hành|việc|tặng|trao|cấp"
    r"|thưởng|khen),?\s+){0,4}$",
    re.IGNORECASE,
)
"""Before an award or praise that is not given: "chưa xem xét khen thưởng", "không được tặng Giấy khen"."""
_AMONG_PAPERS = later(
    r"(?<!\w)(?:(?:báo cáo|tờ trình|biên bản|danh sách|phiếu|hồ sơ|minh chứng|mẫu)(?!\w)[^;.]{0,40}?[,:]"
    r"|bản (?:sao|chụp|gốc)|phôi)\s*$",
    re.IGNORECASE,
)
"""Papers before an award that is one of them: "1. Báo cáo, Giấy khen", "bản sao Giấy khen"."""
_OF_FILE = later(
    r"[\W_]*(?:\d+[.)]\s*)?(?:thành phần |số lượng )?hồ sơ(?!\w)[^.;:]{0,160}?(?<!\w)gồm(?!\w)", re.IGNORECASE
)
"""What the file for an award is made of."""
_FILED = later(r"(?<!\w)(?:tờ trình|báo cáo|biên bản|hồ sơ|danh sách|bản sao)(?!\w)", re.IGNORECASE)
"""What is to be handed in for an award, by which a sentence or a row of a table is about papers."""
_COMFORT = later(r"động viên", re.IGNORECASE)
_IN_NEED = later(
    r"(?<!\w)(?<!vượt )(?<!vượt qua )(?<!khắc phục )"
    r"(?:khó khăn|hoàn cảnh|yếu thế|ốm|bệnh|rủi ro|thiệt hại|gặp nạn|bị nạn|neo đơn)(?!\w)",
    re.IGNORECASE,
)
_VISITED = later(r"(?<!\w)(?:thăm(?: hỏi)?|chia sẻ|giúp đỡ|hỗ trợ)(?:,|\s+và|\s+hỏi)?\s+$", re.IGNORECASE)
"""Words that make "động viên" comfort and no praise: who is comforted, and what else is done for them."""
_NEAR = 60
"""How many characters before praise are looked at."""
_DOES = rf"(?:{SUBJECT_END.pattern}|(?i:tuyên truyền|{_SPREAD}|đề nghị|đề xuất|phát huy|phê bình|nhắc nhở)(?!\w))"
_NEXT_TASK = later(rf"(?:,|\s(?P<joined>và))\s{{1,2}}(?={_DOES})")
"""Where whom praise is for ends and the next thing to do begins."""
_VERB = later(_DOES)
_MONEY = later(
    r"(?<!\d)(?<!\d[.,])(?:\d{1,3}(?:[.,]\d{3}){1,6}+|\d{1,18}(?:,\d{1,6})?)\s{0,3}(?:(?:triệu|nghìn|ngàn)\s{0,3})?"
    r"đồng(?!\w)",
    re.IGNORECASE,
)
_CHARGED = later(
    r"(?<!\w)(?:phạt|nộp|đóng(?! góp(?! \d))|thu(?! hoạch| hút| nhập)|bồi thường|đền bù|chi phí|lệ phí)(?!\w)",
    re.IGNORECASE,
)
"""Before money that somebody pays, and nobody gets with an award."""
_WITH_IT = later(
    r"[\W_]*(?:và\s+)?(?:kèm|mức|tiền|trị giá|mỗi|giải|đối với|riêng|trong đó|tập thể|cá nhân|\d)", re.IGNORECASE
)
"""How words begin that say how much money goes with the award before them."""

_PROMISED = later(
    rf"(?<!\w)(?:(?:sẽ|thì)\s+)?được\s+(?:[^;:.(),]{{1,80}}?\s)?(?P<award>{_PRAISES})(?!\w|\s+(?:là|gồm)(?!\w))",
    re.IGNORECASE,
)
"""Praise that somebody gets: "Tổ dẫn đầu được đề nghị cấp trên khen thưởng"."""
_PAID = later(rf"(?<!\w)(?<!khen )(?<!giải )(?P<award>thưởng)\s[^;.]{{0,60}}?{_MONEY.pattern}", re.IGNORECASE)
"""Money that is a reward: "được thưởng 500.000 đồng"."""
_CONDITION = later(
    r"(?<!\w)(?:không|chưa|chỉ|để|điều kiện|tiêu chuẩn|khi|nếu|đã|từng|mới|việc|là|đang)(?:\s\w+){0,2}\s+$",
    re.IGNORECASE,
)
"""Before a promise that is none, or is what something else hangs on."""
_ON_MONEY = later(
    r"(?<!\w)(?:kinh phí|dự toán|dự trù|quỹ|nguồn|tổng|chi|hồ sơ|danh sách|hội đồng|công tác|kết quả)(?!\w)",
    re.IGNORECASE,
)
"""What a clause is about that says where the money comes from, or what papers there are."""


def find_rewards(plan: Plan) -> tuple[Reward, ...]:
    """Return the rewards that the plan promises or asks for, in reading order."""
    found: list[Reward] = []
    for unit in units(plan):
        if unit.section.kind is SectionKind.FOOTNOTE or unit.in_template:
            continue
        for clause in clauses(unit.text.text):
            found.extend(_formal(plan, unit, clause) or _praise(plan, unit, clause) or _promised(plan, unit, clause))
    return tuple(found)


def _formal(plan: Plan, unit: Unit, clause: Clause) -> list[Reward]:
    """Awards with a name; in "A tặng Giấy khen và đề nghị B tặng Bằng khen cho ..." both are for the same people."""
    text = unit.text.text
    awards = [
        m
        for m in _AWARD.finditer(text, clause.start, clause.end)
        if (m["award"][0].isupper() or m.start() == clause.start) and not _is_withheld(text, m, clause)
    ]
    if not awards:
        return []
    who = _FOR.search(text, awards[0].end(), clause.end)
    if who is None and _AMONG_PAPERS.search(text, _before(awards[0], clause), awards[0].start()):
        return []
    if _OF_FILE.match(text, clause.start, clause.end) or _is_of_file(unit):
        return []
    reason = _REASON.match(text, who.end("who"), clause.end) if who else None
    whole = (*cite(plan, unit, clause.start, _paid(text, clause)), *_paid_below(plan, unit, clause))
    return [
        Reward(
            plan_id=plan.plan_id,
            section=unit.path,
            giver=_giver(text, award, clause),
            award=award["award"],
            recipient=who["who"].strip() if who else None,
            reason=reason["reason"].strip() if reason else None,
            citations=whole,
        )
        for award in awards
    ]


def _is_of_file(unit: Unit) -> bool:
    """Tell whether a text is a cell beside one that lists papers: the row says what is handed in for an award."""
    return unit.head is not None and any(_FILED.match(cell.text.strip()) for _, cell in unit.section.cells)


def _paid(text: str, clause: Clause) -> int:
    """Return where the clauses end that say how much money goes with the awards of a clause."""
    end = clause.end
    for after in clauses(text):
        if after.start < clause.end:
            continue
        said = text[after.start : after.end]
        if not (_WITH_IT.match(said) and _gives_money(said)) or _AWARD.search(said):
            break
        end = after.end
    return end


def _paid_below(plan: Plan, unit: Unit, clause: Clause) -> Iterator[Citation]:
    """Yield the items under a text that leads to them ("... kèm tiền thưởng:"), each with an amount."""
    text = unit.text.text
    leads = unit.text is unit.section.heading or text.rstrip().endswith(":")
    if leads and clause.end == len(text):
        for each in unit.section.children:
            if _gives_money(each.body.text) and not _AWARD.search(each.body.text):
                yield from plan.cite(each.path, each.body)


def _gives_money(said: str) -> bool:
    """Tell whether words name money that is no fine, fee or cost."""
    money, charged = _MONEY.search(said), _CHARGED.search(said)
    return money is not None and (charged is None or charged.start() > money.start())


def _giver(text: str, award: re.Match[str], clause: Clause) -> str | None:
    of = _OF.match(text, award.end(), clause.end)
    if of:
        return of["giver"].strip()
    before = text[max(clause.start, award.start() - 200) : award.start()]
    own = re.split(r"(?:đề nghị|trình|,\s|;\s|khen và)(?!\w)", before, flags=re.IGNORECASE)[-1]
    for head in re.finditer(OFFICE, own):
        if giving := _GIVING.match(own, head.start()):
            return giving["giver"].strip(" ,") or None
    return None


def _praise(plan: Plan, unit: Unit, clause: Clause) -> list[Reward]:
    text = unit.text.text
    found = []
    for match in _praises(text, clause):
        end = _next_task(text, match)
        reason = None if end else _REASON.match(text, match.end("who"), clause.end)
        end = end or match.end("who")
        found.append(
            Reward(
                plan_id=plan.plan_id,
                section=unit.path,
                giver=None,
                award=match["award"],
                recipient=text[match.start("who") : end].strip(" ,"),
                reason=reason["reason"].strip() if reason else None,
                citations=cite(plan, unit, match.start(), reason.end() if reason else end),
            )
        )
    return found


def _promised(plan: Plan, unit: Unit, clause: Clause) -> list[Reward]:
    """What somebody gets who is named before it: praise, or money."""
    text = unit.text.text
    match = _PROMISED.search(text, clause.start, clause.end) or _PAID.search(text, clause.start, clause.end)
    if match is None:
        return []
    before = text[clause.start : match.start()]
    if not before.strip() or _CONDITION.search(before) or _ON_MONEY.search(before) or _is_of_file(unit):
        return []
    goes_on = _WITH_IT.match(before) is not None and before.lstrip()[:1].islower()
    return [
        Reward(
            plan_id=plan.plan_id,
            section=unit.path,
            giver=None,
            award=match["award"],
            recipient=None if goes_on else before.strip(" -–+,:").removesuffix(" được"),
            reason=None,
            citations=cite(plan, unit, clause.sentence[0] if goes_on else clause.start, _paid(text, clause)),
        )
    ]


def _next_task(text: str, praise: re.Match[str]) -> int:
    """Return where whom praise is for ends before the next thing to do; 0 where nothing follows. A "và" between two
    verbs of theirs ("cá nhân tham gia và tổ chức tốt") ends nothing."""
    begin, end = praise.span("who")
    verb = _VERB.search(text, begin, end)
    for at in _NEXT_TASK.finditer(text, begin, end):
        if not at["joined"] or verb is None or verb.start() >= at.start():
            return at.start()
    return 0


def _praises(text: str, clause: Clause) -> list[re.Match[str]]:
    """Return who is praised in a clause: those that an article leads, else any that are exemplary."""
    led = list(_PRAISED.finditer(text, clause.start, clause.end))
    every = led or _PRAISED_ANY.finditer(text, clause.start, clause.end)
    return [each for each in every if _is_given(text, each, clause) and (led or not _is_spoken_of(text, each, clause))]


def _is_spoken_of(text: str, praise: re.Match[str], clause: Clause) -> bool:
    return _SPOKEN_OF.search(text, _before(praise, clause), praise.start()) is not None


def _is_given(text: str, praise: re.Match[str], clause: Clause) -> bool:
    """Tell praise from what is withheld and from comfort of people in need."""
    if _is_withheld(text, praise, clause):
        return False
    visited = _VISITED.search(text, _before(praise, clause), praise.start())
    needy = _IN_NEED.search(text, praise.start("who"), min(clause.end, praise.end("who") + _NEAR))
    return not (_COMFORT.fullmatch(praise["award"]) and (visited or needy))


def _is_withheld(text: str, award: re.Match[str], clause: Clause) -> bool:
    return _WITHHELD.search(text, _before(award, clause), award.start()) is not None


def _before(praise: re.Match[str], clause: Clause) -> int:
    return max(clause.start, praise.start() - _NEAR)


def is_named(reward: Reward) -> bool:
    """Tell an award with a name of its own (a certificate, a title) from praise."""
    return _AWARD.fullmatch(reward.award) is not None


def is_about_rewards(heading: str) -> bool:
    """Tell whether a heading says that rewards are what stands under it."""
    return _PRAISE_HEAD.search(heading) is not None
