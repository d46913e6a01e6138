"""Pieces that cue phrases share, by name; a cue block writes them as "<name>"."""

from __future__ import annotations

PIECES: dict[str, str] = {
    "rules": r"(?:quy tac|quy dinh truoc|huong dan truoc|huong dan|chi dan|lenh|luat le|nguyen tac)",
    "bot": (
        r"(?:(?:cai|con|chat|em|may) ?bot(?: nay| ay| do)?|bot nay|(?<=^ )bot|(?:ung dung|app|phan mem|tro ly) "
        r"(?:nay|ao)|bot(?= (?:lay|tra loi|luu|do ai|co luu|co bia|co dung|dung ai)))"
    ),
    "secrets": (r"(?:token|prompt|system prompt|mat khau|api key|ma nguon|khoa api|password|instructions|source code)"),
    "date_asked": (
        r"(?:(?:khi|luc|hom|bua|thang|nam) (?:nao|may)|bao gio|chung nao|ngay(?: thang nam)? (?:nao|may|bao nhieu)|"
        r"thoi (?:gian|diem) nao|nam bao nhieu)"
    ),
    "plan": r"(?:ke hoach|(?<! bang )van ban)",
    "who": (
        r"(?:ai|(?:nguoi|dong chi|ben|noi|vi|can bo|lanh dao) nao|"
        r"(?:so|nganh|(?<! van )<offices>)(?: (?!hay )\w+){0,2} nao)"
    ),
    "leading": (
        r"(?:tham muu|tong hop|theo doi|don doc|kiem tra|giam sat|chu tri|phu trach|dau moi|thuong truc|tham dinh|"
        r"chiu trach nhiem|chi dao|lanh dao|dieu hanh)"
    ),
    "leads_en": (
        r"(?:leads?|chairs?|coordinates?|monitors?|supervises?|organi[sz]es?|heads?|implements?|oversees?|tracks?|"
        r"compiles?|keeps? track|directs?|manages?|collects?)"
    ),
    "unclear": (
        r"(?:thac mac|vuong mac|kho khan|(?:khong|chua) (?:ro|hieu|nam duoc)|can (?:ho tro|giai dap|hoi)|truc trac|"
        r"phat sinh)"
    ),
    "counted": (
        r"(?:mo hinh|dien hinh|sang kien|giai phap|cong trinh|phan viec|lop|cuoc|buoi|hoi nghi|ho gia dinh|cach lam)"
    ),
    "counted_en": r"(?:initiatives?|models?|exemplars?|examples|solutions?|projects?|classes|courses|works)",
    "following": r"(?:theo|chap hanh|quan triet|cu the hoa|lam theo|thuc hien|trien khai(?: thuc hien)?)",
    "idle": r"(?!nop|gui|phat dong|xong|phai|dang|hoan)\w+",  # no word of what a unit must do with a plan of its own
    "a_year": r"nam (?:19|20)\d\d",
    "or_not": r"(?: (?:co|dung|phai|vay|ha|chu)){0,2} (?:khong|chua|a|ha|chu|nhi|dung|phai)(?= $)",
    "officer": r"(?:chu tich|bi thu|giam doc|truong phong|truong ban|hieu truong|chanh van phong)",
    "counting": r"(?:phan tram|ty le|ti le|so luong|%)",
    "sent": r"(?:bao cao|ke hoach|van ban|ho so|ket qua|dang ky)",
    "piece": r"(?:dieu|muc|cai|phan|khoan|y|chuong)",
    "asked": r"(?:nao|gi|dau|ai|may|bao nhieu)",
    "others": (
        r"(?:nghi quyet|chi thi|cong van|quyet dinh|nghi dinh|thong tu|thong tri|phap lenh|de an|luat|ket luan|"
        r"van ban (?:cap tren|trung uong|phap luat|duoc|chi dao|lien quan))"
    ),
    "papers": (
        r"(?:nghi quyet|chi thi|cong van|quy che|quyet dinh|nghi dinh|thong tu|thong tri|phap lenh|de an|luat|ket "
        r"luan|huong dan|chuong trinh|van ban|quy dinh)"
    ),
    "papers_en": (
        r"(?:resolution|directive|law|decision|conclusion|regulation|decree|circular|document|letter|dispatch|guidance|instruction|programme"
        r")s?"
    ),
    "sending": (r"(?:nop|gui|bao cao(?! vien)|dang ky|han|hoan thanh|trinh|submit|send|report|due|deadline|file)"),
    "offices": (r"(?:co quan|don vi|phong|ban|bo phan|van phong|to chuc|cap)"),
    "bodies": r"(?:body|organ|committee|office|agency|authority|organi[sz]ation)",
    "doing": (
        r"(?:lo|chu tri|phu trach|phoi hop|lam|thuc hien|tham muu|theo doi|tong hop|trien khai|to chuc|huong dan|"
        r"tham dinh|cong nhan(?! vien)|giam sat|kiem tra|chi dao|lanh dao|tuyen truyen|nhan rong|don doc|dieu hanh)"
    ),
    "when_en": (
        # "when they meet difficulties" is no question of time
        r"(?:when(?! (?:they|we|it|you|he|she|there|someone|people|an?|the|this) )|^when)"
    ),
    "late": (r"(?:tre|muon|cham(?! nhat)|khong nop|khong gui|qua han)"),
    "results": r"(?:ket qua|danh gia|nhan xet|so lieu|tong hop|kiem diem|ban)",  # what a report is called by
    "due": (
        r"(?:khi nao|bao gio|luc nao|chung nao|hom nao|bua nao|ngay (?:nao|may|bao nhieu)|thang (?:nao|may)|han"
        r"|(?:cham|muon|tre) nhat|truoc ngay|may tay)"
    ),
}
