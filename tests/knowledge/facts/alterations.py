"""Altered copies of the source plans: other offices, dates, numbers, wordings, note marks, line breaks, Unicode forms.

An `Alteration` rewrites a plan's text; what the plan then states is rewritten with the same words, so that a test can
ask whether the facts follow.
"""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from knowledge.model import Plan, RawDocument
from knowledge.parsing import parse

PLANS = Path(__file__).resolve().parents[3] / "knowledge" / "plans"


@dataclass(frozen=True)
class Alteration:
    """A rewriting with a name."""

    name: str
    apply: Callable[[str], str]


def source(stem: str) -> str:
    return (PLANS / f"{stem}.txt").read_text(encoding="utf-8")


def read(text: str, plan_id: str = "altered") -> Plan:
    return parse(RawDocument(plan_id, text, "0" * 64))


def swap(*pairs: tuple[str, str]) -> Callable[[str], str]:
    """Replace words; every pair must occur, or the alteration would test nothing."""

    def apply(text: str) -> str:
        for old, new in pairs:
            assert old in text, old
            text = text.replace(old, new)
        return text

    return apply


def hard_wrap(text: str, width: int = 74) -> str:
    """Break every line at `width`, as text taken from a page does."""
    lines = (textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False) for line in text.split("\n"))
    return "\n".join(lines)


def nfd(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def no_break_spaces(text: str) -> str:
    return re.sub(r"(?<=ngày) (?=\d)|(?<=\d) (?=tháng)", "\u00a0", text)


def bracketed_notes(text: str) -> str:
    """Print note markers as [1] in place of ¹."""
    return re.sub("[¹²³⁴⁵]", lambda m: f"[{'¹²³⁴⁵'.index(m.group()) + 1}]", text)


def crlf(text: str) -> str:
    return text.replace("\n", "\r\n")


FORMS = (
    Alteration("as printed", lambda text: text),
    Alteration("hard-wrapped", hard_wrap),
    Alteration("NFD", nfd),
    Alteration("no-break spaces", no_break_spaces),
    Alteration("CRLF", crlf),
)


def small_plan(body: str, title: str = "Phát động phong trào thi đua “Dân vận khéo” năm 2025") -> str:
    """A whole plan of a made-up ward around `body`, the part with the Roman numerals."""
    return f"""ỦY BAN NHÂN DÂN
PHƯỜNG AN BÌNH

Số: 12/KH-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

An Bình, ngày 15 tháng 01 năm 2025

KẾ HOẠCH
{title}

Căn cứ Kế hoạch số 05-KH/ĐU ngày 10 tháng 01 năm 2025 của Đảng ủy phường về công tác dân vận năm 2025, Ủy ban nhân dân phường xây dựng kế hoạch như sau:

{body}

Nơi nhận:
- Đảng ủy phường;
- Lưu: VT.

CHỦ TỊCH

Trần Văn Bình
"""  # noqa: E501
