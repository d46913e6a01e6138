"""`python -m tests.bench.parsing`: CPU per kilobyte of reading long documents, at two sizes: it must not grow."""

from __future__ import annotations

import sys
import time

from knowledge.facts import extract
from knowledge.model import RawDocument
from knowledge.parsing import cut, parse

_HEAD = """ỦY BAN NHÂN DÂN XÃ AN HÒA
Số: 7/KH-UBND

An Hòa, ngày 05 tháng 01 năm 2026

KẾ HOẠCH
Công tác năm 2026

Ủy ban nhân dân xã xây dựng kế hoạch như sau:

I. NỘI DUNG
"""
_DUTY = "các thôn gửi báo cáo kết quả công tác tháng {month} về Văn phòng UBND xã trước ngày {day}/{month}/2026"
SIZES = (1_000, 8_000)


def document(kind: str, count: int) -> str:
    """Return a plan of `count` duties: an item each, all in one sentence, or a table's row each."""
    duties = [_DUTY.format(day=i % 28 + 1, month=i % 12 + 1) for i in range(count)]
    if kind == "items":
        return _HEAD + "".join(f"{i}. {duty.capitalize()}.\n" for i, duty in enumerate(duties, 1))
    if kind == "one sentence":
        return f"{_HEAD}1. {'; '.join(duties)}.\n"
    rows = (
        f"| {i} | Báo cáo công tác | Các thôn | {duty[duty.index('trước') :]} |\n" for i, duty in enumerate(duties, 1)
    )
    return f"{_HEAD}| STT | Nội dung | Chủ trì | Thời hạn |\n|---|---|---|---|\n{''.join(rows)}"


def measured(text: str) -> tuple[float, int]:
    """Return milliseconds of CPU per kilobyte for sections, passages and facts, and how many duties were found."""
    start = time.process_time()
    plan = parse(RawDocument("x", text, ""))
    cut(plan)
    duties = len(extract(plan).deadlines)
    return (time.process_time() - start) * 1000 / (len(text.encode()) / 1024), duties


def main() -> int:
    """Print a line a shape and size."""
    for kind in ("items", "one sentence", "table"):
        for count in SIZES:
            text = document(kind, count)
            cost, duties = measured(text)
            print(f"{kind:<14}{len(text.encode()) / 1024:8.0f} KB{cost:8.2f} ms a KB{duties:8} duties", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
