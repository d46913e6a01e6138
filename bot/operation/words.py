"""What the operator's commands print, in Vietnamese."""

from __future__ import annotations

COMMANDS = (
    "status: tình trạng; backup: sao lưu; restore: khôi phục; move: sang PostgreSQL; person: dữ liệu về một người"
)
STATUS_HELP = "cho biết bot đang chạy hay không, phục vụ gì, còn gì đang chờ"
JSON_HELP = "in một dòng JSON"
BACKUP_HELP = "sao lưu mọi kho dữ liệu vào một tệp, không cần dừng bot"
BACKUP_FILE = "tệp sao lưu, hoặc thư mục để đặt theo ngày giờ; không ghi thì là ./backups"
KEEP_HELP = "chỉ giữ N bản sao lưu mới nhất trong cùng thư mục"
DROPPED = "  đã xoá bản cũ {file}"
RESTORE_HELP = "khôi phục từ tệp sao lưu vào DATA_DIR còn trống, rồi kiểm tra"
RESTORE_FILE = "tệp do lệnh backup tạo ra"

MOVE_HELP = "chép kho văn bản và bộ nhớ của bot sang cơ sở dữ liệu khác còn trống, và so từng dòng; hãy dừng bot trước"
MOVE_TO = "địa chỉ như trong DATABASE_URL"
MOVE_ONLY = "chỉ chép một kho"
STORE_NAMES = {"catalog": "Kho văn bản", "memory": "Bộ nhớ của bot"}
STORE_MOVED = "{name}: đã chép và so {rows} dòng của {tables} bảng"
MOVED = "Nơi cũ vẫn nguyên như trước. Đặt DATABASE_URL để dùng nơi mới."

PERSON_HELP = "dữ liệu về một người (theo số Telegram): liệt kê, xuất ra tệp, hoặc xoá ở mọi kho"
PERSON_ID = "số Telegram của người đó"
PERSON_EXPORT = "ghi mọi dòng vào tệp JSON"
PERSON_DELETE = "xoá hết (sau khi xuất, nếu có)"
PERSON_ROWS = "{table}: {rows} dòng"
PERSON_GONE = "Đã xoá."

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
MOVE_ON = (
    "DATABASE_URL đang đặt: kho văn bản và bộ nhớ vừa khôi phục nằm trong DATA_DIR. Bỏ dòng DATABASE_URL, chạy "
    "`python -m bot move --to ĐỊA_CHỈ` vào một cơ sở dữ liệu trống, rồi đặt lại."
)
PLANS_DIFFER = (
    "Bản khôi phục phục vụ {found} văn bản, lúc sao lưu là {plans}. Đừng dùng bản này; hãy thử tệp sao lưu khác."
)
WHY = {
    "made again from the catalog when it is missing": "sẽ dựng lại từ kho văn bản",
    "a lock of the running programs": "khoá của tiến trình đang chạy",
    "a sign of the running bot": "dấu hiệu của bot đang chạy",
    "half-written": "tệp viết dở",
    "a log": "nhật ký",
    "what a stopped restore left": "phần dở của một lần khôi phục",
}

MEMORY_AWAY = "Không đọc được bộ nhớ của bot ({reason}); hãy xem cơ sở dữ liệu còn chạy không."
CATALOG_AWAY = "Không đọc được kho văn bản: {reason}"
CHROMA_AWAY = "Máy chủ Chroma không trả lời ({reason}); bot vẫn trả lời, chậm hơn. Hãy xem CHROMA_URL."
WELL = "bình thường"
NOTHING_LIVE = "Chưa có kế hoạch nào; hãy chạy `make ingest`."
LATE = "{rows} dòng đang chờ ở {name}, lâu nhất đã {seconds} giây; hãy xem mạng và nhật ký."
WAITING = "{rows} việc đang chờ"
NO_POLLING = "không hỏi vòng"
POLLED = "Telegram trả lời cách đây {seconds} giây"
NOT_POLLED = "Telegram chưa trả lời lần nào từ {seconds} giây nay; hãy xem mạng."
DISK = "Đĩa còn trống {gigabytes:.1f} GB"

STATUS_RUNNING = "Bot đang chạy."
STATUS_STOPPED = "Bot không chạy."
STATUS_VERSION = "Phiên bản {version}, dữ liệu ở {folder}"
STATUS_PLANS = "{plans} văn bản, {passages} đoạn, thế hệ {generation} (dựng lúc {created}), mô hình {model}"
STATUS_OTHER_MODEL = "EMBEDDING_MODEL nay là {wanted}: lần chạy tới sẽ dựng lại chỉ mục"
STATUS_QUEUE = "{name}: {rows} dòng chờ, lâu nhất {seconds} giây"
STATUS_REMINDERS = "Nhắc việc phía trước: {rows}"
STATUS_POLL = "Telegram trả lời gần nhất lúc {at}"
STATUS_ERROR = "Lỗi gần nhất lúc {at}: {told}"
QUEUES = {"inbox": "Tin nhận", "outbox": "Tin gửi"}

LATER_VERSION = "tệp do phiên bản mới hơn của chương trình ghi ({revision}); hãy cập nhật chương trình"
SERVER_TROUBLE = (
    "Không dùng được cơ sở dữ liệu {place}: {reason}. Hãy kiểm tra máy chủ PostgreSQL có chạy không, "
    "và tên, mật khẩu, quyền trong DATABASE_URL."
)
NO_DRIVER = 'chưa cài trình điều khiển (pip install -e ".[postgresql]")'
NO_ADDRESS = "địa chỉ không đúng dạng"
NOT_MOVED = (
    "Bộ nhớ của bot còn ở {path}, cơ sở dữ liệu thì trống. Bỏ dòng DATABASE_URL, chạy "
    "`python -m bot move --only memory --to ĐỊA_CHỈ`, rồi đặt lại; hoặc đổi tên tệp đó để bắt đầu lại từ đầu."
)

CODE_HELP = "cấp mã vào phòng đọc cho một người; thu hồi bằng /truycap"
CODE_NAME = "tên người đó"
CODE = "Mã phòng đọc của {name}: {code}\nHãy gửi riêng cho người đó; mã này không xem lại được."
