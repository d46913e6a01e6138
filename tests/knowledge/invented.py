"""Invented documents and hand-made pieces of plans, for tests that don't depend on the parser."""

from __future__ import annotations

from knowledge.catalog import Entry, Generation
from knowledge.model import (
    Citation,
    Deadline,
    Facts,
    Header,
    Passage,
    Plan,
    RawDocument,
    Section,
    SectionKind,
    StoredPlan,
)
from knowledge.text import Span, clean

PLAN_TEXT = """ỦY BAN NHÂN DÂN
XÃ AN HÒA
-------

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 12/KH-UBND

An Hòa, ngày 05 tháng 03 năm 2026

KẾ HOẠCH

Thực hiện phong trào thi đua “Dân vận khéo” năm 2026

Căn cứ Kế hoạch số 07-KH/HU ngày 20 tháng 01 năm 2026 của Huyện ủy về phong trào thi đua “Dân vận khéo” năm 2026, Ủy \
ban nhân dân xã xây dựng kế hoạch như sau:

I. MỤC ĐÍCH, YÊU CẦU

1. Nâng cao chất lượng công tác dân vận của chính quyền xã.

2. Mỗi thôn đăng ký ít nhất 01 mô hình “Dân vận khéo” về bảo vệ nguồn nước.

II. TỔ CHỨC THỰC HIỆN

1. Các thôn gửi báo cáo kết quả 6 tháng về Văn phòng Ủy ban nhân dân xã trước ngày {deadline} tháng 6 năm 2026.

2. Công chức Văn hóa - Xã hội theo dõi, đôn đốc việc thực hiện Kế hoạch này.

Nơi nhận:
- Huyện ủy;
- Các thôn;
- Lưu: VT.

CHỦ TỊCH

Trần Văn Bình
"""


def plan_text(deadline: str = "10") -> str:
    """Return the text of an invented plan whose report is due before that day of June."""
    return PLAN_TEXT.replace("{deadline}", deadline)


def entry(plan_id: str, sentences: tuple[str, ...], sha256: str = "") -> Entry:
    """Return a plan of one paragraph a sentence, with a deadline fact that cites the first."""
    text = "\n".join(sentences)
    bodies = [clean(text, at, at + len(s)) for at, s in zip(_starts(sentences), sentences, strict=True)]
    sections = tuple(Section(SectionKind.ITEM, str(n), str(n), body=body) for n, body in enumerate(bodies, 1))
    header = Header(issuer="Xã " + plan_id, number="1/KH", spans={"issuer": Span(0, 1)}, recipients=("Lưu",))
    plan = Plan(plan_id, text, header, sections, warnings=("no date",))
    passages = tuple(
        Passage(f"{plan_id}#{n}", plan_id, n, SectionKind.ITEM, str(n + 1), "Việc phải làm", body, ("1",))
        for n, body in enumerate(bodies)
    )
    cited = Citation(plan_id, "1/KH", "1", sentences[0], 0, len(sentences[0]))
    facts = Facts(deadlines=(Deadline(plan_id, "1", None, sentences[0], day=3, month=4, citations=(cited,)),))
    raw = RawDocument(plan_id, text, sha256 or f"sha-{plan_id}-{len(text)}", (0, 5), ("odd",))
    return Entry(raw, StoredPlan(plan, passages, facts))


def generation(name: str, *entries: Entry, model: str = "m@1") -> Generation:
    """Return a generation that holds `entries`."""
    keys = tuple(sorted(e.key for e in entries))
    return Generation(name, model, "rules", keys, sum(len(e.stored.passages) for e in entries), "2026-01-01T00:00:00")


def _starts(sentences: tuple[str, ...]) -> list[int]:
    starts, at = [], 0
    for sentence in sentences:
        starts.append(at)
        at += len(sentence) + 1
    return starts
