"""How dates, sections and quotes are written in an answer. Pure functions."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from knowledge.answering.wording import Wording
from knowledge.model import Citation, Corrected, Period
from knowledge.patterns import later
from knowledge.text import fold

QUOTE_LIMIT = 700
"""Characters of a quote that an answer shows; the citation itself is always whole."""

_NUMBERED_PATH = later(r"(?:[IVXLC]+|[A-ZĐ]|\d+(?:\.\d+)*)(?:[.\s]|$)")
_ARTICLE_PATH = later(r"(Điều \d+)\.(\d+)(?:\.(\w))?")
_DIGITS = later(r"\d+")
_MARKUP = later(r"[*|]+|(?<![^\W_])_+|_+(?![^\W_])")  # an underscore inside a word or an address is its own


def day_text(day: int | None, month: int | None, year: int | None, words: Wording) -> str:
    """Write a date as far as it is known: "09/5", "23/02/2023", "tháng 11"; in English "9 May", "November 2023".

    Days below 10 and months 1 and 2 take a leading zero (Nghị định 30/2020/NĐ-CP, annex I).
    """
    if words.months and month:
        return " ".join(str(part) for part in (day, words.months[month - 1], year) if part)
    if month is None:
        return f"năm {year}" if year else ""
    months = f"{month:02d}" if month <= 2 else str(month)
    head = f"{day:02d}/{months}" if day else f"tháng {month}"
    return f"{head}/{year}" if year else head


def date_text(day: date, words: Wording) -> str:
    """Write a full date."""
    return day_text(day.day, day.month, day.year, words)


def period_text(period: Period, words: Wording) -> str:
    """Write a plan's period: "2023", "2018-2020" when it covers whole years, else its two days."""
    ends = _ends(period, words)
    return "-".join(dict.fromkeys(ends))


def period_label(period: Period, words: Wording) -> str:
    """Write for what time a plan is: "năm 2023", "từ 01/9/2025 đến 31/8/2026"."""
    ends = _ends(period, words)
    if len(ends) == 2 and not all(map(str.isdigit, ends)):
        return words.period_days.format(start=ends[0], end=ends[1])
    return words.period_label.format(period="-".join(dict.fromkeys(ends)))


def _ends(period: Period, words: Wording) -> list[str]:
    start, end = period.start, period.end
    whole = (start is None or (start.day, start.month) == (1, 1)) and (end is None or (end.day, end.month) == (31, 12))
    return [str(day.year) if whole else date_text(day, words) for day in (start, end) if day]


def mark(was: Corrected | None, words: Wording) -> str:
    """Say behind a value that it is an administrator's, since when, and what the document says; "" for any other."""
    if was is None:
        return ""
    written = was.shown
    template = words.corrected if written else words.corrected_silent
    return template.format(on=date_text(was.on, words), written=plain(written or ""))


def section_text(path: str, words: Wording) -> str:
    """Write where something stands: "mục III.3", "Điều 5.1", "chú thích 3"."""
    return words.section.format(section=path) if _NUMBERED_PATH.match(path) else path


def place_text(path: str, words: Wording) -> str:
    """Write where something stands as it is said: "Điều 5, khoản 1", "mục III.3"."""
    article = _ARTICLE_PATH.fullmatch(path)
    if article is None:
        return section_text(path, words)
    below = (piece for piece in zip(words.below_article, article.groups()[1:], strict=True) if piece[1])
    return ", ".join([article[1], *(f"{name} {number}" for name, number in below)])


def plain(text: str) -> str:
    """Return `text` on one line without markup."""
    return re.sub(r"\s+", " ", _MARKUP.sub("", text)).strip()


def quote_text(citations: Iterable[Citation], limit: int = QUOTE_LIMIT, focus: str = "") -> str:
    """Return the words of the citations on one line: neighbours joined, gaps as " … ".

    At most about `limit` characters, cut at words; what is kept holds `focus`, the words that matter most.
    """
    joined = ""
    last: Citation | None = None
    for citation in citations:
        quote = plain(citation.quote)
        if last is not None:
            follows = last.plan_id == citation.plan_id and 0 <= citation.start - last.end <= 2
            joined += " " if follows else " … "
        joined += quote
        last = citation
    at = joined.find(plain(focus)) if focus else 0
    if len(joined) <= limit or at < 0 or at + len(focus) <= limit * 3 // 4:
        return shorten(joined, limit)
    start = joined.find(" ", max(0, min(at + len(focus) - limit * 3 // 4, at))) + 1
    return "…" + shorten(joined[start:], limit)


def shorten(text: str, limit: int) -> str:
    """Cut `text` at a word so that it has at most `limit` characters, with an ellipsis where it was cut."""
    if len(text) <= limit:
        return text
    head = text[: limit - 1]
    if not text[limit - 1].isspace():
        head = head.rsplit(" ", 1)[0]
    return head.rstrip(" ,;:") + "…"


def sentence_case(text: str) -> str:
    """Return `text` with its first letter in upper case, markup before it kept."""
    return re.sub(r"^(\W*)(\w)", lambda match: match[1] + match[2].upper(), text, count=1)


def digits(*texts: str | None) -> list[str]:
    """Return every group of digits in the texts, in order."""
    return [group for text in texts if text for group in _DIGITS.findall(text)]


def normal_number(number: str) -> str:
    """Return a document number so that spellings compare equal: "25-nq/tw", "43/kh-ubnd"."""
    return re.sub(r"[\s*]+", "", fold(number)).strip("./-").lstrip("0")
