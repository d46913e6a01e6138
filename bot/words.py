"""What whoever runs the bot reads: settings, data, network, errors, the terminal, the operator's commands."""

from __future__ import annotations

CONSOLE_BOT = "Sổ tay Dân vận"
CONSOLE_HINT = (
    "Gõ câu hỏi rồi Enter. Gõ số trong [ ] để bấm nút; “@{username} câu hỏi” để thử inline; /gui TỆP để gửi tệp. "
    "Thoát: Ctrl-D."
)
CONSOLE_NO_FILE = "Không đọc được tệp “{path}”. Gõ: /gui ĐƯỜNG_DẪN"
CONSOLE_WHICH_FILE = "Gõ đường dẫn của tệp sau /gui, ví dụ: /gui ke-hoach-2026.txt"
CONSOLE_NO_BUTTON = "Không có nút số {number} trên màn hình. Hãy gõ số đang hiện trong [ ], hoặc gõ câu hỏi."
CONSOLE_INLINE = "Gõ số để gửi kết quả vào cuộc trò chuyện, như khi dùng tôi trong nhóm khác."
CONSOLE_VIA = "Bạn, qua @{username}"
CONSOLE_PRESSED = "▸ {label} · trong tin “{place}”"
CONSOLE_NUMBERS = "(Tin này không có nút; số trong [ ] vẫn bấm nút của tin “{place}”.)"
CONSOLE_BYE = "Tạm biệt!"
CONSOLE_PROMPT = "Bạn › "
SORRY = "Xin lỗi, tôi vừa gặp trục trặc và đã ghi lại để sửa. Bạn thử lại sau ít phút nhé."
ADMIN_ERROR = "**Lỗi khi xử lý tin nhắn**\n{kind}: {message}\nNơi xảy ra: {where}"

KEY_MISSING = (
    "Chưa có TELEGRAM_BOT_TOKEN. Nhắn @BotFather trên Telegram, gửi /newbot để lấy token, rồi ghi vào tệp .env:\n"
    "    TELEGRAM_BOT_TOKEN=...\n"
    "Hoặc dùng thử ngay trong cửa sổ này: python -m bot --console"
)
KEY_MALFORMED = (
    "TELEGRAM_BOT_TOKEN không đúng dạng (một dãy số, dấu hai chấm, rồi khoảng 35 chữ và số). "
    "Hãy chép lại nguyên token mà @BotFather đã gửi vào tệp .env, không thêm dấu cách hay dấu nháy."
)
KEY_REFUSED = (
    "Telegram không nhận TELEGRAM_BOT_TOKEN này: token sai hoặc đã bị thu hồi. "
    "Nhắn @BotFather, gửi /token để lấy token hiện tại, rồi sửa tệp .env."
)
NO_NETWORK = "Không kết nối được với Telegram. Hãy kiểm tra mạng (hoặc tường lửa chặn api.telegram.org) rồi chạy lại."
NO_NETWORK_YET = "Chưa kết nối được với Telegram ({reason}). Tôi vẫn chạy và tự thử lại."
NETWORK_BACK = "Đã kết nối được với Telegram."
WEBHOOK_LEFT = "Telegram vẫn gửi tin tới địa chỉ webhook đặt trước đây. Tôi gỡ địa chỉ ấy và tự hỏi tin."
STANDS_BY = "Một tiến trình khác của bot này đang hỏi Telegram; tiến trình này chờ sẵn để thay."
LEADS_NO_MORE = "Một tiến trình khác của bot này đã thay tiến trình này."
BAD_SETTING = "Cấu hình {name} không hợp lệ: {reason} Hãy sửa trong tệp .env."
ENV_ENCODING = "Tệp .env không phải văn bản UTF-8. Hãy lưu lại tệp bằng mã UTF-8."
ENV_UNREADABLE = (
    "Không đọc được tệp .env ở thư mục đang đứng ({reason}). Hãy chạy bằng tài khoản của chủ tệp, hoặc từ thư mục khác."
)
ADMIN_IDS_SHAPE = "cần các mã số Telegram cách nhau bằng dấu phẩy, ví dụ 123456789,987654321."
ADDRESS_SHAPE = "cần một địa chỉ đầy đủ, ví dụ https://api.telegram.org (không kèm /bot)."
SECRET_SHAPE = "chỉ gồm chữ không dấu, số, dấu gạch dưới và gạch ngang, tối đa 256 ký tự."  # noqa: S105
PROXY_SHAPE = "cần một địa chỉ đầy đủ, ví dụ socks5://127.0.0.1:1080 hoặc http://proxy.example.vn:3128."
PLACE_SHAPE = "cần địa chỉ và cổng, ví dụ 127.0.0.1:8443, hoặc unix:/run/bot.sock."
WEBHOOK_NEEDS_SECRET = "WEBHOOK_URL cần có WEBHOOK_SECRET (một chuỗi tự đặt) để không ai khác gửi giả được."  # noqa: S105
FROM_MEMORY = "**Không đọc được kho văn bản.** Tôi vẫn trả lời từ bộ nhớ, nhưng sẽ dừng khi khởi động lại. {reason}"
MEMORY_OVER = "Kho văn bản đã đọc lại được."
NOT_WRITTEN = (
    "**Không ghi được bộ nhớ của bot** ({reason}). Tôi vẫn trả lời và sẽ ghi lại sau. "
    "Hãy xem ổ đĩa còn chỗ không, và có chương trình nào khác đang giữ tệp bot.db không."
)
WRITTEN_AGAIN = "Bộ nhớ của bot đã ghi lại được."
PUT_ASIDE = "Tin số {number} làm bot dừng nhiều lần nên đã được để sang một bên. Xem nhật ký để biết chi tiết."
YOURS_PUT_ASIDE = (
    "Xin lỗi, {what} làm tôi dừng đột ngột nhiều lần nên tôi để sang một bên và đã báo quản trị viên. "
    "Bạn thử hỏi bằng cách khác nhé."
)
THIS_MESSAGE, THIS_PRESS = "tin “{text}”", "nút bạn vừa bấm"
SENDING_TROUBLE = "**{count} tin không gửi được** dù đã thử nhiều lần. Lần gần nhất: {reason}"
CLOSED_NEEDS_ADMIN = "ACCESS=closed cần ít nhất một mã số trong ADMIN_IDS, nếu không thì không ai cho phép được ai."
NO_DATA = "Chưa có dữ liệu kế hoạch. Hãy chạy `make ingest` (hoặc: python ingest.py THƯ_MỤC_KẾ_HOẠCH) rồi chạy lại."
DATA_TROUBLE = "Không mở được kho văn bản: {reason}"
STATE_TROUBLE = (
    "Không mở được {path}: {reason}. Hãy kiểm tra quyền ghi của thư mục, hoặc đặt DATA_DIR sang thư mục khác; "
    "nếu tệp bị hỏng, hãy đổi tên tệp đó, bot sẽ tạo tệp mới."
)
STOPPED = "Bot đã dừng vì một lỗi không lường trước; chi tiết ở dòng nhật ký bên trên."
CONFLICT = "Một tiến trình khác đang dùng cùng token này. Hãy tắt tiến trình kia trước."
POLL_RIGHT = "✅ Đúng. {explanation}"
POLL_WRONG = "❌ Chưa đúng. Đáp án: {right}. {explanation}"


# --------------------------------------------------------------------------------------------- commands, health, status

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

PERSON_HELP = "dữ liệu về một người: liệt kê, xuất ra tệp, hoặc xoá ở mọi kho"
PERSON_WHO = "số Telegram của người đó; người đọc ở phòng đọc thì mã, hoặc tên như trong /truycap"
PERSON_UNKNOWN = (
    "Không có ai tên “{who}” trong danh sách /truycap. Hãy ghi đúng tên như trong đó, mã phòng đọc, hoặc số Telegram."
)
PERSON_SEVERAL = "Có vài người tên “{who}”; hãy ghi số của một trong họ: {numbers}"
PERSON_EXPORT = "ghi mọi dòng vào tệp JSON"
PERSON_DELETE = "xoá hết (sau khi xuất, nếu có)"
PERSON_ROWS = "{table}: {rows} dòng"
NO_MEMORY = (
    "Không có bộ nhớ của bot ở {path}, nên chưa làm gì. Bot cài thành dịch vụ thì dùng: sudo so-tay-dan-van …; "
    "nếu không, hãy đứng ở thư mục chương trình hoặc đặt DATA_DIR."
)
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
    "an archive": "bản sao lưu trước đó",
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
STANDS_BY_NOW = "chờ sẵn; một tiến trình khác đang hỏi Telegram"
POLLED = "Telegram trả lời cách đây {seconds} giây"
NOT_POLLED = "Telegram chưa trả lời lần nào từ {seconds} giây nay; hãy xem mạng."
DISK = "Đĩa còn trống {gigabytes:.1f} GB"

STATUS_RUNNING = "Bot đang chạy."
STATUS_STANDS_BY = "Bot đang chạy, chờ sẵn để thay tiến trình đang hỏi Telegram."
STATUS_ROOM = "Phòng đọc đang chạy riêng."
STATUS_WAITS = "Chưa phục vụ được: {reason}"
STARTING = "đang khởi động."
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
SERVER_AWAY = (
    "Cơ sở dữ liệu ở {place} chưa trả lời ({reason}). "
    "Hãy xem máy chủ PostgreSQL có chạy không; tôi vẫn chạy và tự thử lại."
)
SERVER_BACK = "Cơ sở dữ liệu đã trả lời."
NO_ADDRESS = "địa chỉ không đúng dạng"
NOT_MOVED = (
    "Bộ nhớ của bot còn ở {path}, cơ sở dữ liệu thì trống. Bỏ dòng DATABASE_URL, chạy "
    "`python -m bot move --only memory --to ĐỊA_CHỈ`, rồi đặt lại; hoặc đổi tên tệp đó để bắt đầu lại từ đầu."
)

CODE_HELP = "cấp mã vào phòng đọc cho một người; thu hồi bằng /truycap"
CODE_NAME = "tên người đó"
CODE = "Mã phòng đọc của {name}: {code}\nHãy gửi riêng cho người đó; mã này không xem lại được."
