"""The talks that are pictured: what each person does, line by line.

"/..." and words are written; "» label" presses the button of the bot's last message that holds the label; "@ words"
asks inline; "+ file" sends a plan; "# day hh:mm" turns the clock and sends what is due. "Tên:" at the start of a line
changes who acts.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scene:
    """name: of the picture's file; title: above it; lines: what is done; access: of the bot, "open" or "closed"."""

    name: str
    title: str
    lines: tuple[str, ...]
    access: str = "open"


UNIT = "tôi ở đảng ủy sở giáo dục"
SCENES = (
    Scene("1-bat-dau", "Bắt đầu và chọn đơn vị", ("/start", "» Chọn đơn vị", UNIT)),
    Scene(
        "2-hoi-dap",
        "Hỏi, xem nguyên văn, hỏi tiếp",
        (UNIT, "khi nao nop bc 6 thang", "» Nguyên văn", "còn bao nhiêu ngày?"),
    ),
    Scene(
        "3-nhieu-cau",
        "Vài câu trong một tin; hai danh sách “5 không”",
        (UNIT, "khi nào nộp bc 6 tháng? gửi cho ai? 5 không là gì?", "» 5 không: Cán bộ"),
    ),
    Scene("4-phai-lam-gi", "Việc của đơn vị, việc trong tháng", (UNIT, "tôi phải làm gì", "tháng sau phải nộp gì")),
    Scene("5-han", "Các hạn theo ngày, thẻ từng việc, lịch .ics", (UNIT, "/han", "» Việc 1", "» .ics")),
    Scene(
        "6-nhac",
        "Lời nhắc",
        (UNIT, "khi nào nộp báo cáo 6 tháng", "» Nhắc tôi 10/5", "» 3 ngày trước", "/nhac", "# 2024-05-06 08:00"),
    ),
    Scene("7-so-sanh", "Hỏi bằng nút: /5khong, /sosanh", ("/5khong", "/sosanh", "» Hạn báo cáo")),
    Scene("8-trac-nghiem", "Trắc nghiệm", ("/tracnghiem 2", "? 1", "? 2")),
    Scene(
        "9-nhom",
        "Trong nhóm và inline",
        (
            "Nhóm:",
            "Mai ơi, báo cáo xong chưa?",
            "@so_tay_dan_van_bot khi nào nộp báo cáo 6 tháng?",
            "Lan:",
            "@ 5 không quận 1",
        ),
    ),
    Scene(
        "10-phan-hoi",
        "Góp ý và câu chưa trả lời được",
        (
            "tôi ở quận 1",
            "mức thưởng bằng tiền là bao nhiêu?",
            "» 👎",
            "» Khác",
            "Quản trị:",
            "/chuatraloi",
            "» Câu 1",
            "» 🔎",
            "Văn bản không nêu mức tiền; mời hỏi Phòng Nội vụ Quận 1.",
            "» 📨",
        ),
    ),
    Scene(
        "11-quan-tri",
        "Ghép nối, gửi kế hoạch, các bản",
        (
            "Lan:",
            "xin chào",
            "Quản trị:",
            "/truycap",
            "» ✅ Cho phép",
            "+ ubnd-xa-an-binh-2026.txt",
            "» Duyệt",
            "/phienban",
        ),
        access="closed",
    ),
    Scene("12-rieng-tu", "Dữ liệu về bạn", ("khi nào nộp báo cáo năm ở quảng ngãi", "/dulieu")),
)
