"""What the operator's commands print, in Vietnamese."""

from __future__ import annotations

COMMANDS = "backup: sao lưu; restore: khôi phục"
BACKUP_HELP = "sao lưu mọi kho dữ liệu vào một tệp, không cần dừng bot"
BACKUP_FILE = "tệp sao lưu; không ghi thì đặt trong ./backups theo ngày giờ"
RESTORE_HELP = "khôi phục từ tệp sao lưu vào DATA_DIR còn trống, rồi kiểm tra"
RESTORE_FILE = "tệp do lệnh backup tạo ra"

VERSION = "Sổ tay Dân vận {version} (Python {python}, python-telegram-bot {telegram}, chromadb {chromadb})"

SAVED = "Đã sao lưu {folder} vào {file} ({size}):"
STORE = "  {name}: {size}{rows}"
ROWS = ", {rows} dòng"
LEFT_OUT = "  không sao lưu {name}: {why}"
SECRETS = (
    "Tệp .env (có token) không nằm trong bản sao lưu; hãy giữ riêng. Bản sao lưu có câu hỏi của mọi người: cất nơi kín."
)
RESTORED = "Đã khôi phục vào {folder} bản sao lưu lúc {created} (phiên bản {program}):"
CHECKED = "Đã kiểm tra: từng kho đúng như lúc sao lưu; {plans} văn bản, {passages} đoạn sẵn sàng trả lời."
PLANS_DIFFER = (
    "Bản khôi phục phục vụ {found} văn bản, lúc sao lưu là {plans}. Đừng dùng bản này; hãy thử tệp sao lưu khác."
)
WHY = {
    "made again from the catalog when it is missing": "sẽ dựng lại từ kho văn bản",
    "a lock of the running programs": "khoá của tiến trình đang chạy",
    "a log": "nhật ký",
    "what a stopped restore left": "phần dở của một lần khôi phục",
}
