"""Pieces that cue phrases share, by name; a cue block writes them as "<name>"."""

from __future__ import annotations

PIECES: dict[str, str] = {
    "rules": r"(?:quy tac|quy dinh truoc|huong dan truoc|huong dan|chi dan|lenh|luat le|nguyen tac)",
    "bot": (
        r"(?:(?:cai|con|chat|em|may) ?bot(?: nay| ay| do)?|bot nay|(?<=^ )bot|(?:ung dung|app|phan mem|tro ly) "
        r"(?:nay|ao)|bot(?= (?:lay|tra loi|luu|do ai|co luu|co bia|co dung|dung ai)))"
    ),
    "secrets": (r"(?:token|prompt|system prompt|mat khau|api key|ma nguon|khoa api|password|instructions|source code)"),
    "papers": (
        r"(?:nghi quyet|chi thi|cong van|quy che|quyet dinh|nghi dinh|thong tu|thong tri|phap lenh|de an|luat|ket "
        r"luan|huong dan|chuong trinh|van ban|quy dinh)"
    ),
    "results": r"(?:ket qua|danh gia|nhan xet|so lieu|tong hop|kiem diem|ban)",  # what a report is called by
    "due": (
        r"(?:khi nao|bao gio|luc nao|chung nao|hom nao|bua nao|ngay (?:nao|may|bao nhieu)|thang (?:nao|may)|han"
        r"|(?:cham|muon|tre) nhat|truoc ngay|may tay)"
    ),
}
