"""Which fields of a plan's header a question is about, by folded cues."""

from __future__ import annotations

from knowledge.patterns import later
from knowledge.text import fold, folded_words
from knowledge.understanding.cues import Cues
from knowledge.understanding.tables.headers import FIELDS, PAPER_FIELDS

# Looser than those that make a question one about the header; the first field that matches wins.
_CUES: dict[str, tuple[str, ...]] = {
    "recipients": (
        r"noi nhan|nhan (?:duoc )?ban (?:ke hoach|van ban)|gui cho nhung (?:ai|noi|don vi) nao|ai nhan duoc",
        r"\b(?:van ban|ban nay|ke hoach nay)\b.{0,30}\bgui (?!bao cao).{0,30}\b(?:ai|cap nao|noi nao)\b",
        r"recipients?\b|copied to|gets? (?:a )?cop(?:y|ies)",
    ),
    "validity": (
        "hieu luc|het han|con ap dung|het ky|con gia tri|con dung|con lam can cu",
        r"still valid|in(?:to)? force|expired?\b|still apply|into effect|takes? effect|effective (?:from|date|when)",
    ),
    "legal_basis": ("can cu|co so phap ly|thuc hien theo van ban|dua tren van ban|legal basis|based on",),
    "signer": (
        r"\bai (?:la nguoi |da )?ky\b(?! (?:cam|ket))|\bnguoi ky\b|(?<!\bco )\bky (?:ten|ban hanh)\b",
        r"(?<!\bthu )\bky\W*$",
        r"\bsign(?:s|ed|er|atory|atories|ature|atures)?\b|\bput(?: \w+)? (?:his|her|their|its) names? to\b",
    ),
    "parent": (
        "truc thuoc (?:dang bo|co quan|don vi|cap|so|tinh) nao|cap tren (?:cua|truc tiep)|co quan chu quan|superior",
    ),
    "period": (
        "giai doan nao|thoi gian ap dung|ap dung (?:tu|cho|den|trong|nam)|keo dai|den nam nao",
        r"period\b|which years?\b",
    ),
    "date": (
        "ban hanh (?:ngay|khi|luc|vao|hom|thoi)|ngay (?:thang )?(?:nam )?ban hanh|ky ngay|ra (?:ngay|khi|luc)",
        r"\bngay (?:nao|may)\b|\b(?:ky|ra|de) (?:hom|ngay|khi|luc|bua)\b",
        "ban hanh.{0,40}(?:ngay|khi nao|bao gio|luc nao|hom nao)|ngay (?:thang nam )?nao.{0,60}ban hanh",
        "(?:when|(?:what|which) (?:day|date)) was.{0,80}(?:issued|signed)|date of issue|issue date|issued (?:on|when)",
    ),
    "number": (
        r"\bso (?:may|bao nhieu|hieu|van ban|ky hieu|ke hoach|nao)\b|ky hieu|mang so|van ban so|\bso(?:,| va) ngay\b",
        r"(?:document|plan) number|number of the|\b(?:its|the|what) number\b(?! of)",
    ),
    "issuer": (
        r"ai ban hanh|(?:co quan|don vi) (?:nao )?ban hanh|\bdo ai\b(?! ky)",
        "who issued|issuer|issued by",
    ),
    "title": ("ten (?:day du|goi|van ban|ke hoach)|trich yeu|ve viec gi|tieu de|full title|title of",),
    "place": (r"\bo dau\b|dia danh|where was",),
    "doc_type": ("loai van ban|type of document|kind of document",),
}
_REPLACES = later(
    r"\bthay(?: the| cho| the cho)?(?: cho)? (?:(?:cac|nhung|ban|mot) )*"
    r"(?:(?:cong van|van ban|ke hoach|kh|huong dan|hd|quyet dinh|qd|quy che|quy dinh|chuong trinh|thong bao|chi thi|"
    r"nghi quyet|the le|cai|ban)\b(?: (?!so\b)\w+){0,5}? ?(?:nao|gi|so (?:may|bao nhieu|hieu|nao)|may)\b|"
    r"so (?:may|bao nhieu|nao)\b)|"
    r"\b(?:van ban|ke hoach|huong dan|quyet dinh|quy che|chuong trinh|so|cai|ban) (?:nao|may|bao nhieu|gi) "
    r"(?:bi |da bi |duoc )(?:\w+ ){0,6}thay|"
    r"\b(?:which|what) (?:\w+ ){0,16}(?:replaces?d?|supersedes?d?)\b|"
    r"\b(?:replaces?d?|supersedes?d?) (?:which|what)\b"
)
"""What the document takes the place of is asked, whose number is not its own."""


def asks_replaced(question: str) -> bool:
    """Tell whether a question asks which document the plan replaces."""
    return _REPLACES.search(" ".join(folded_words(question))) is not None


_EFFECT = later(
    r"\bhieu luc (?:thi hanh )?(?:ke )?(?:tu|khi nao|bao gio|luc nao|ngay)|\b(?:bao gio|khi nao|luc nao|ngay nao)\b"
    r".{0,40}\b(?:co|bat dau co|bat dau) hieu luc|"
    r"\b(?:takes?|took|comes?|came|go|goes) (?:into )?(?:effect|force)\b|"
    r"\beffective (?:from|date|on|when)\b|\bdate of effect\b"
)


def asks_effect(question: str) -> bool:
    """Tell whether a question asks from when a document holds."""
    return _EFFECT.search(" ".join(folded_words(question))) is not None


_WHO_SIGNED = later(
    r"\b(?:ai|nguoi nao) (?:la nguoi |da )?ky\b(?! (?:cam|ket))|\bnguoi ky\b|"
    r"\bwho (?:has )?sign(?:s|ed)\b|\bsignator(?:y|ies)\b"
)
_NUMBERED = later(
    r"\b(?:quy che|quy dinh|huong dan|quyet dinh|thong bao|chi thi|nghi quyet|chuong trinh|the le|cong van|ke hoach)"
    r"(?: nay)?(?: mang| la| co)? so (?:may|nao|bao nhieu|hieu)\b"
)
_PATTERNS = {name: later("|".join(loose)) for name, loose in _CUES.items()}
_MEANT_BY = {"signer_role": ("signer", "title"), "parent": ("issuer",), "place": ("issuer",)}
"""Fields whose cues stand in questions about another one: "cấp trên của cơ quan ban hành"."""
_TOLD = {name: Cues(block) for name, block in FIELDS.items()}
_WORDED = {name: Cues(block) for name, block in PAPER_FIELDS.items()}


_DAY_SIGNED = later(r"\b(?:when|(?:what|which) (?:day|date)) was\b.{0,80}\bsigned\b")


def told(question: str) -> list[str]:
    """Return the fields that a question names by words that mean the header of a plan and nothing else."""
    return _named(question, _TOLD)


def plainly(question: str) -> list[str]:
    """Return the fields that a question names by words of a paper's head, of the plan's or of one that it cites."""
    text = fold(question)
    beside = [name for name, said in (("signer", _WHO_SIGNED), ("number", _NUMBERED)) if said.search(text)]
    return [*told(question), *_named(question, _WORDED), *beside]


def _named(question: str, table: dict[str, Cues]) -> list[str]:
    line = " ".join(["", *folded_words(question), ""])
    return [name for name, pattern in table.items() if pattern.search(line)]


def fields_asked(question: str) -> list[str]:
    """Return the header fields that a question is about, in order of precedence."""
    text = fold(question)
    loose = [name for name, pattern in _PATTERNS.items() if pattern.search(text)]
    found = dict.fromkeys([*plainly(question), *loose])
    if "date" in found and _DAY_SIGNED.search(text):
        found.pop("signer", None)
    beside = {other for name in found for other in _MEANT_BY.get(name, ())}
    return [name for name in found if name not in beside]
