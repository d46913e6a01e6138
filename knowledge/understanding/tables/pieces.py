"""Pieces that cue phrases share, by name; a cue block writes them as "<name>"."""

from __future__ import annotations

PIECES: dict[str, str] = {
    "rules": r"(?:quy tac|quy dinh truoc|huong dan truoc|huong dan|chi dan|lenh|luat le|nguyen tac)",
    "secrets": (r"(?:token|prompt|system prompt|mat khau|api key|ma nguon|khoa api|password|instructions|source code)"),
    "papers": (
        r"(?:nghi quyet|chi thi|cong van|quy che|quyet dinh|nghi dinh|thong tu|phap lenh|de an|luat|ket "
        r"luan|huong dan|chuong trinh|van ban|quy dinh)"
    ),
    "papers_en": (
        r"(?:resolution|directive|law|decision|conclusion|regulation|decree|circular|document|letter|dispatch|guidance|programme"
        r")s?"
    ),
    "sending": (r"(?:nop|gui|bao cao(?! vien)|dang ky|han|hoan thanh|trinh|submit|send|report|due|deadline|file)"),
    "offices": (r"(?:co quan|don vi|phong|ban|bo phan|van phong|to chuc|cap)"),
    "bodies": r"(?:body|organ|committee|office|agency|authority|organi[sz]ation)",
    "doing": (
        r"(?:lo|chu tri|phu trach|phoi hop|lam|thuc hien|tham muu|theo doi|tong hop|trien khai|to chuc|huong dan)"
    ),
    "when_en": (
        # "when they meet difficulties" is no question of time
        r"(?:when(?! (?:they|we|it|you|he|she|there|someone|people|an?|the|this) )|^when)"
    ),
    "late": (r"(?:tre|muon|cham(?! nhat)|khong nop|khong gui|qua han)"),
}
